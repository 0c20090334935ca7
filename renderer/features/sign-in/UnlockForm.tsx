import { useState, type SubmitEvent } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './Door.module.css';
import { PasswordField } from './PasswordField.tsx';

/** Asks for the passphrase that seals the key of the copy on this computer. */
export function UnlockForm() {
  const t = useWords();
  const act = useAct();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase === '' || busy) return;
    setBusy(true);
    void act((core) => core.unlock({ passphrase })).then((result) => {
      setBusy(false);
      setWrong(result?.ok === false);
    });
  };
  return (
    <form className={css.fields} onSubmit={submit}>
      <PasswordField
        label={t('door.passphrase')}
        value={passphrase}
        onChange={(text) => {
          setPassphrase(text);
          setWrong(false);
        }}
        problem={wrong ? t('door.passphraseWrong') : undefined}
      />
      <Button type="submit" look="primary" size="large" wide busy={busy}>
        {t(busy ? 'door.unlocking' : 'door.unlock')}
      </Button>
    </form>
  );
}
