import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/words-context.tsx';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import css from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

interface Props {
  title: string;
  note?: string;
  onClose: () => void;
  wide?: boolean;
  /** `alertdialog` interrupts: for what loses something. */
  role?: 'dialog' | 'alertdialog';
  children?: ReactNode;
  /** Buttons, the one to do last. */
  footer?: ReactNode;
}

/** A dialog over the page; it is there for as long as it is drawn. Esc and a click outside close it. */
export function Dialog({ title, note, onClose, wide, role = 'dialog', children, footer }: Props) {
  const t = useWords();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={css.veil ?? ''}
    >
      <Modal className={classNames(css.modal, wide === true && css.wide)}>
        <AriaDialog role={role} className={css.dialog ?? ''}>
          <header className={css.head}>
            <div>
              <Heading slot="title" className={css.title ?? ''}>
                {title}
              </Heading>
              {note === undefined ? null : <p className={css.note}>{note}</p>}
            </div>
            <IconButton label={t('common.close')} onPress={onClose}>
              <X />
            </IconButton>
          </header>
          {children === undefined ? null : <div className={css.body}>{children}</div>}
          {footer === undefined ? null : <footer className={css.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  title: string;
  note: string;
  confirm: string;
  cancel?: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost. */
export function ConfirmDialog({ title, note, confirm, cancel, onConfirm, onClose }: ConfirmProps) {
  const t = useWords();
  return (
    <Dialog
      title={title}
      note={note}
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {cancel ?? t('common.cancel')}
          </Button>
          <Button look="danger" onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    />
  );
}
