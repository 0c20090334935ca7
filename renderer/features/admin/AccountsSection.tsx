import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import settings from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { AccountRow, type AccountAction } from './AccountRow.tsx';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import css from './admin.module.css';
import { InvitationDialog } from './InvitationDialog.tsx';
import { RoleDialog } from './RoleDialog.tsx';
import { useAccounts } from './use-accounts.ts';

/** The most that are listed at once; whoever is not among them is found by name. */
const LIMIT = 100;

type Open =
  | { readonly dialog: 'add' }
  | { readonly dialog: 'close' | 'role'; readonly person: PersonView }
  | { readonly dialog: 'invited'; readonly name: string; readonly code: string; expiresAt: number };

/** Who has an account, and the ways to make, invite, raise, close and open one. */
export function AccountsSection() {
  const t = useWords();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const asked = { query: query.trim(), limit: LIMIT, leavers: true };
  const found = useKept(useLive('people', asked, ['people']));
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const { invite, setAccess, setRole } = useAccounts();
  const people = found?.filter((person) => !person.bot) ?? [];
  const close = (): void => setOpen(null);
  const act = (action: AccountAction, person: PersonView): void => {
    if (action === 'close' || action === 'role') setOpen({ dialog: action, person });
    else if (action === 'open') void setAccess(person, true);
    else {
      void invite(person).then((invited) => {
        if (invited === undefined) return;
        setOpen({ dialog: 'invited', name: person.displayName, ...invited });
      });
    }
  };
  return (
    <SettingsSection title={t('admin.accounts')} note={t('admin.accountsNote')}>
      <div className={css.find}>
        <SearchBox label={t('people.search')} value={query} onChange={setQuery} />
        <Button look="primary" icon={<UserPlus />} onPress={() => setOpen({ dialog: 'add' })}>
          {t('admin.add')}
        </Button>
      </div>
      {found !== undefined && people.length === 0 ? (
        <p className={settings.quiet}>{t('people.emptyTitle')}</p>
      ) : null}
      <ul className={css.list}>
        {people.map((person) => (
          <AccountRow key={person.id} person={person} me={me} query={query} onAction={act} />
        ))}
      </ul>
      {people.length < LIMIT ? null : (
        <p className={settings.quiet}>{t('admin.more', { n: LIMIT })}</p>
      )}
      {open?.dialog === 'add' ? (
        <AddPersonDialog
          mayMakeOwners={me?.role === 'owner'}
          onClose={close}
          onAdded={(name, invited) => setOpen({ dialog: 'invited', name, ...invited })}
        />
      ) : null}
      {open?.dialog === 'invited' ? <InvitationDialog {...open} onClose={close} /> : null}
      {open?.dialog === 'role' ? (
        <RoleDialog
          person={open.person}
          mayMakeOwners={me?.role === 'owner'}
          setRole={setRole}
          onClose={close}
        />
      ) : null}
      {open?.dialog === 'close' ? (
        <ConfirmDialog
          title={t('admin.closeTitle', { name: open.person.displayName })}
          note={t('admin.closeNote')}
          confirm={t('admin.close')}
          onConfirm={() => void setAccess(open.person, false).then(close)}
          onClose={close}
        />
      ) : null}
    </SettingsSection>
  );
}
