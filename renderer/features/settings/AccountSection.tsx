import { LogOut } from 'lucide-react';
import { useState } from 'react';
import type { SessionView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './settings.module.css';
import { SettingsSection } from './SettingsSection.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';

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
  const [leaving, setLeaving] = useState(false);
  const facts = [
    [t('settings.workspace'), session.workspace],
    [t('settings.address'), session.address],
    [t('settings.signedInAs'), name],
    [
      t('settings.keyStore'),
      session.keyStore === null
        ? null
        : t(session.keyStore === 'keychain' ? 'settings.keyInKeychain' : 'settings.keyInFile'),
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
      <div className={css.actions}>
        <Button icon={<LogOut data-mirror />} onPress={() => setLeaving(true)}>
          {t('settings.signOut')}
        </Button>
      </div>
      {leaving ? (
        <SignOutDialog workspace={session.workspace ?? 'Balai'} onClose={() => setLeaving(false)} />
      ) : null}
    </SettingsSection>
  );
}
