import { useId, useState, type SubmitEvent } from 'react';
import { MAX_ITEM, MAX_ITEMS } from '../../../shared/domain/kinds/checklist.ts';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import { useAct } from '../../app/core/use-act.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMessageWindow } from '../conversation/window/use-message-window.ts';
import css from './Checklist.module.css';

interface Props {
  channelId: string;
  rootId: string | null;
  title: string;
}

/** The form of a new checklist. It goes out as a message, connected or not. */
export function ChecklistDialog({ channelId, rootId, title: begun }: Props) {
  const t = useWords();
  const act = useAct();
  const form = useId();
  const window = useMessageWindow(channelId);
  const [title, setTitle] = useState(begun);
  const [lines, setLines] = useState<readonly string[]>(['', '']);
  const text = title.trim();
  const checklist = lines.map((line) => line.trim()).filter((line) => line !== '');
  const ready = text !== '' && checklist.length > 0;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!ready) return;
    closeOverlay();
    if (rootId === null) window.wrote();
    void act((core) => core.send({ channelId, rootId, broadcast: false, text, checklist }));
  };
  return (
    <Dialog
      title={t('checklists.new')}
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary" isDisabled={!ready}>
            {t('checklists.make')}
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <TextField
          label={t('checklists.title')}
          value={title}
          onChange={setTitle}
          maxLength={MAX_TEXT}
          autoFocus
        />
        <FieldList
          label={t('checklists.items')}
          values={lines}
          onChange={setLines}
          words={{
            field: (n) => t('checklists.item', { n }),
            remove: (n) => t('checklists.removeField', { n }),
            add: t('checklists.add'),
          }}
          least={1}
          most={MAX_ITEMS}
          maxLength={MAX_ITEM}
        />
      </form>
    </Dialog>
  );
}
