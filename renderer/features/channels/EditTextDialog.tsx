import { useId, useState, type SubmitEvent } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
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
  const form = useId();
  const [text, setText] = useState(value);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text.trim() !== value) onSave(text.trim());
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save}>
        <TextField label={label} value={text} onChange={setText} autoFocus maxLength={250} />
      </form>
    </Dialog>
  );
}
