import type { Role } from '../../../shared/domain/kinds/user.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Select } from '../../ui/Select.tsx';

const ROLES = ['member', 'admin', 'owner'] as const satisfies readonly Role[];

interface Props {
  value: Role;
  onChange: (role: Role) => void;
  /** As on the relay: only owners make owners. */
  mayMakeOwners: boolean;
}

export function RoleSelect({ value, onChange, mayMakeOwners }: Props) {
  const t = useWords();
  return (
    <Select
      label={t('people.roleLabel')}
      value={value}
      onChange={onChange}
      options={ROLES.filter((one) => one !== 'owner' || mayMakeOwners).map((role) => ({
        value: role,
        label: t(`people.role.${role}`),
      }))}
    />
  );
}
