import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Of more people than this is asked before they are rung. */
export const MANY_RUNG = 50;

interface Props {
  count: number;
  onSend: () => void;
  onClose: () => void;
}

/** Asks before a message rings many people at once. */
export function RingDialog({ count, onSend, onClose }: Props) {
  const t = useWords();
  return (
    <Dialog
      role="alertdialog"
      title={t('composer.ringTitle', { n: count })}
      note={t('composer.ringNote')}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {t('composer.ringBack')}
          </Button>
          <Button look="primary" onPress={onSend}>
            {t('composer.ringSend', { n: count })}
          </Button>
        </>
      }
    />
  );
}
