import { useState, type SubmitEvent } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './Door.module.css';
import { EntryProblem } from './EntryProblem.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useEntry } from './use-entry.ts';

/** For somebody who has an account. */
export function PasswordForm({ address }: { address: string }) {
  const t = useWords();
  const { busy, problem, wait, enter, forget } = useEntry();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && password !== '')
      enter((core) => core.signIn({ address, name, password }));
  };
  return (
    <form className={css.fields} onSubmit={submit} onChange={forget}>
      <TextField
        label={t('door.name')}
        value={name}
        onChange={setName}
        autoFocus
        autoComplete="username"
        spellCheck="false"
        maxLength={64}
        problem={tried && name.trim() === '' ? t('door.nameMissing') : undefined}
      />
      <PasswordField
        label={t('door.password')}
        value={password}
        onChange={setPassword}
        problem={tried && password === '' ? t('door.passwordMissing') : undefined}
      />
      <EntryProblem problem={problem} wait={wait} />
      <Button type="submit" look="primary" size="large" wide busy={busy} isDisabled={wait > 0}>
        {t(busy ? 'door.signingIn' : 'door.signIn')}
      </Button>
    </form>
  );
}
