import { KeyRound, LogOut, Plus } from 'lucide-react';
import { useState } from 'react';
import type { SessionView } from '../../../shared/rpc/connection-views.ts';
import { openOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWorkspaceWays } from '../workspaces/use-workspaces.ts';
import { PassphraseDialog } from './PassphraseDialog.tsx';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';

/** Where the person is signed in, how the copy on this computer is kept, and the way out. */
export function AccountSection({
  session,
  name,
}: {
  session: SessionView;
  /** The person's sign-in name, once their row is here. */
  name: string | undefined;
}) {
  const t = useWords();
  const ways = useWorkspaceWays();
  const [sealing, setSealing] = useState(false);
  const facts = [
    [t('settings.workspace'), session.workspace],
    [t('settings.address'), session.address],
    [t('settings.signedInAs'), name],
    [
      t('settings.keyStore'),
      session.keyStore === null ? null : t(`settings.keyIn.${session.keyStore}`),
    ],
  ].filter((fact) => typeof fact[1] === 'string');
  return (
    <SettingsSection title={t('settings.account')}>
      <dl className={css.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.quiet}>{t('workspaces.addNote')}</p>
      <div className={css.actions}>
        <Button icon={<Plus />} onPress={ways.add}>
          {t('workspaces.add')}
        </Button>
        {session.keyStore === 'file' || session.keyStore === 'passphrase' ? (
          <Button icon={<KeyRound />} onPress={() => setSealing(true)}>
            {t('settings.passphraseSet')}
          </Button>
        ) : null}
        <Button icon={<LogOut data-mirror />} onPress={() => openOverlay({ open: 'sign-out' })}>
          {t('settings.signOut')}
        </Button>
      </div>
      {sealing ? (
        <PassphraseDialog
          isSet={session.keyStore === 'passphrase'}
          onClose={() => setSealing(false)}
        />
      ) : null}
    </SettingsSection>
  );
}
