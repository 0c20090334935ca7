import { useId, type ReactNode } from 'react';
import { useWords } from '../i18n/words-context.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import css from './FormDialog.module.css';

interface Props {
  readonly title: string;
  readonly note?: string;
  /** What the button says that carries it out; Enter in a field does the same. */
  readonly confirm: string;
  /** Whether it can be carried out. */
  readonly ready?: boolean;
  /** Whether it is just being carried out: the button keeps the focus, and does nothing. */
  readonly busy?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** A button in the place of "Cancel". */
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog that asks for something and does one thing with it. */
export function FormDialog({
  title,
  note,
  confirm,
  ready = true,
  busy = false,
  onSubmit,
  onClose,
  instead,
  children,
}: Props) {
  const t = useWords();
  const form = useId();
  return (
    <Dialog
      title={title}
      {...(note === undefined ? {} : { note })}
      onClose={onClose}
      footer={
        <>
          {instead ?? <Button onPress={onClose}>{t('common.cancel')}</Button>}
          <Button type="submit" form={form} look="primary" isDisabled={!ready} busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
