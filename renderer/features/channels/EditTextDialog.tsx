import { useState } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface Props {
  title: string;
  label: string;
  value: string;
  onSave: (value: string) => void;
  onClose: () => void;
}

/** Changes one line of text. */
export function EditTextDialog({ title, label, value, onSave, onClose }: Props) {
  const t = useWords();
  const [text, setText] = useState(value);
  const save = (): void => {
    if (text.trim() !== value) onSave(text.trim());
    onClose();
  };
  return (
    <FormDialog title={title} onClose={onClose} confirm={t('common.save')} onSubmit={save}>
      <TextField label={label} value={text} onChange={setText} autoFocus maxLength={250} />
    </FormDialog>
  );
}
