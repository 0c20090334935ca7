import { useState } from 'react';
import type { Role } from '../../../shared/domain/kinds/user.ts';
import type { AccountProblem } from '../../../shared/rpc/problems.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './admin.module.css';
import { RoleSelect } from './RoleSelect.tsx';
import { isSignInName, nameFrom } from './sign-in-name.ts';
import { useAccountProblem } from './use-accounts.ts';

interface Props {
  mayMakeOwners: boolean;
  onClose: () => void;
  onAdded: (displayName: string, invited: { code: string; expiresAt: number }) => void;
}

/** Makes an account. It needs the relay: whoever is told a code must be able to use it. */
export function AddPersonDialog({ mayMakeOwners, onClose, onAdded }: Props) {
  const t = useWords();
  const act = useAct();
  const say = useAccountProblem();
  const [displayName, setDisplayName] = useState('');
  /** Null: made from the name, until somebody writes another. */
  const [written, setWritten] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [role, setRole] = useState<Role>('member');
  const [problem, setProblem] = useState<AccountProblem>();
  const [busy, setBusy] = useState(false);
  const name = written ?? nameFrom(displayName);
  const badName = name !== '' && !isSignInName(name);
  const ready = displayName.trim() !== '' && isSignInName(name);
  const add = (): void => {
    if (!ready || busy) return;
    setBusy(true);
    const person = { name, displayName: displayName.trim(), title: title.trim(), role };
    void act((core) => core.addPerson(person)).then((result) => {
      setBusy(false);
      if (result?.ok === true) onAdded(person.displayName, result.value);
      else if (result !== undefined) setProblem(result.code);
    });
  };
  const nameProblem =
    problem === 'name_taken' ? say(problem) : badName ? t('admin.nameBad') : undefined;
  return (
    <FormDialog
      title={t('admin.addTitle')}
      note={t('admin.addNote')}
      onClose={onClose}
      confirm={t('admin.addConfirm')}
      ready={ready}
      busy={busy}
      onSubmit={add}
    >
      <TextField
        autoFocus
        label={t('settings.displayName')}
        value={displayName}
        onChange={(text) => {
          setDisplayName(text);
          setProblem(undefined);
        }}
        maxLength={80}
      />
      <TextField
        label={t('people.name')}
        hint={t('admin.nameHint')}
        value={name}
        onChange={(text) => {
          setWritten(text.toLowerCase());
          setProblem(undefined);
        }}
        maxLength={64}
        problem={nameProblem}
      />
      <TextField
        label={t('settings.jobTitle')}
        optional
        value={title}
        onChange={setTitle}
        maxLength={120}
      />
      <RoleSelect value={role} onChange={setRole} mayMakeOwners={mayMakeOwners} />
      {problem === undefined || problem === 'name_taken' ? null : (
        <p className={css.problem} role="alert">
          {say(problem)}
        </p>
      )}
    </FormDialog>
  );
}
