import { useState, type SubmitEvent } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './Door.module.css';
import { EntryProblem } from './EntryProblem.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useEntry } from './use-entry.ts';

/** The relay asks for as many (shared/protocol/http.ts). */
const SHORTEST_PASSWORD = 10;

/** For somebody who was invited: the code, and a password of their own. */
export function InviteForm({ address }: { address: string }) {
  const t = useWords();
  const { busy, problem, wait, enter, forget } = useEntry();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const ready = code.trim() !== '' && password.length >= SHORTEST_PASSWORD;
  const [tried, setTried] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (ready) enter((core) => core.acceptInvite({ address, code: code.trim(), password }));
  };
  return (
    <form className={css.fields} onSubmit={submit} onChange={forget}>
      <TextField
        label={t('door.code')}
        value={code}
        onChange={setCode}
        autoFocus
        autoComplete="one-time-code"
        spellCheck="false"
        maxLength={120}
        problem={tried && code.trim() === '' ? t('door.codeMissing') : undefined}
      />
      <PasswordField
        isNew
        label={t('door.newPassword')}
        hint={t('door.newPasswordHint')}
        value={password}
        onChange={setPassword}
        problem={
          tried && password.length < SHORTEST_PASSWORD
            ? t('signInProblem.weak_password.next')
            : undefined
        }
      />
      <EntryProblem problem={problem} wait={wait} />
      <Button type="submit" look="primary" size="large" wide busy={busy} isDisabled={wait > 0}>
        {t(busy ? 'door.joining' : 'door.join')}
      </Button>
    </form>
  );
}
