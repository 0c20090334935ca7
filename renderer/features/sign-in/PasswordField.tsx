import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface Props {
  label: string;
  hint?: string;
  problem?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  isNew?: boolean;
}

export function PasswordField({ label, hint, problem, value, onChange, isNew = false }: Props) {
  const t = useWords();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      hint={hint}
      problem={problem}
      value={value}
      onChange={onChange}
      type={shown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      spellCheck="false"
      maxLength={1_024}
      end={
        <IconButton
          size="small"
          label={t(shown ? 'door.hidePassword' : 'door.showPassword')}
          onPress={() => setShown(!shown)}
        >
          {shown ? <EyeOff /> : <Eye />}
        </IconButton>
      }
    />
  );
}
