import { useState, type SubmitEvent } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './Door.module.css';
import { EntryProblem } from './EntryProblem.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useEntry } from './use-entry.ts';

/** For somebody who has an account. */
export function PasswordForm({ address, onSignedIn }: { address: string; onSignedIn: () => void }) {
  const t = useWords();
  const { busy, problem, wait, enter } = useEntry(onSignedIn);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    enter((core) => core.signIn({ address, name, password }));
  };
  return (
    <form className={css.fields} onSubmit={submit}>
      <TextField
        label={t('door.name')}
        value={name}
        onChange={setName}
        autoFocus
        autoComplete="username"
        spellCheck="false"
        maxLength={64}
      />
      <PasswordField label={t('door.password')} value={password} onChange={setPassword} />
      <EntryProblem problem={problem} wait={wait} />
      <Button
        type="submit"
        look="primary"
        size="large"
        wide
        isDisabled={busy || wait > 0 || name.trim() === '' || password === ''}
      >
        {t(busy ? 'door.signingIn' : 'door.signIn')}
      </Button>
    </form>
  );
}
