import { Ellipsis } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuItem, MenuPopover } from '../../ui/Menu.tsx';
import { PersonLine } from '../people/PersonLine.tsx';
import css from './admin.module.css';

export type AccountAction = 'invite' | 'role' | 'close' | 'open';

interface Props {
  person: PersonView;
  me: PersonView | undefined;
  query: string;
  onAction: (action: AccountAction, person: PersonView) => void;
}

/** One account. Nobody changes their own, and only owners those of owners, as on the relay. */
export function AccountRow({ person, me, query, onAction }: Props) {
  const t = useWords();
  const mayChange =
    me !== undefined && person.id !== me.id && (person.role !== 'owner' || me.role === 'owner');
  const label = t('admin.actions', { name: person.displayName });
  return (
    <li className={css.row}>
      <span className={css.person}>
        <PersonLine
          person={person}
          query={query}
          end={
            person.role === 'member' ? null : (
              <span className={css.role}>{t(`people.role.${person.role}`)}</span>
            )
          }
        />
      </span>
      <span className={css.action}>
        {mayChange ? (
          <MenuTrigger>
            <IconButton label={label}>
              <Ellipsis />
            </IconButton>
            <MenuPopover label={label} placement="bottom end">
              {person.disabled ? (
                <MenuItem onAction={() => onAction('open', person)}>{t('admin.open')}</MenuItem>
              ) : (
                <>
                  <MenuItem onAction={() => onAction('invite', person)}>
                    {t('admin.invite')}
                  </MenuItem>
                  <MenuItem onAction={() => onAction('role', person)}>
                    {t('admin.roleChange')}
                  </MenuItem>
                  <MenuItem danger onAction={() => onAction('close', person)}>
                    {t('admin.close')}
                  </MenuItem>
                </>
              )}
            </MenuPopover>
          </MenuTrigger>
        ) : null}
      </span>
    </li>
  );
}
