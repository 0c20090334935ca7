import { useState } from 'react';
import type { Role } from '../../../shared/domain/kinds/user.ts';
import type { AccountProblem } from '../../../shared/rpc/problems.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import css from './admin.module.css';
import { RoleSelect } from './RoleSelect.tsx';
import { useAccountProblem, type Accounts } from './use-accounts.ts';

interface Props {
  person: PersonView;
  mayMakeOwners: boolean;
  setRole: Accounts['setRole'];
  onClose: () => void;
}

/** What somebody may do from now on. It needs the relay: a right is given now, or not. */
export function RoleDialog({ person, mayMakeOwners, setRole, onClose }: Props) {
  const t = useWords();
  const say = useAccountProblem();
  const [role, choose] = useState<Role>(person.role);
  const [problem, setProblem] = useState<AccountProblem>();
  const [busy, setBusy] = useState(false);
  const change = (): void => {
    if (busy) return;
    setBusy(true);
    void setRole(person, role).then((inTheWay) => {
      setBusy(false);
      setProblem(inTheWay);
      if (inTheWay === undefined) onClose();
    });
  };
  return (
    <FormDialog
      title={t('admin.roleTitle', { name: person.displayName })}
      note={t('admin.roleNote')}
      onClose={onClose}
      confirm={t('admin.roleChange')}
      ready={role !== person.role}
      busy={busy}
      onSubmit={change}
    >
      <RoleSelect value={role} onChange={choose} mayMakeOwners={mayMakeOwners} />
      {problem === undefined ? null : (
        <p className={css.problem} role="alert">
          {say(problem)}
        </p>
      )}
    </FormDialog>
  );
}
