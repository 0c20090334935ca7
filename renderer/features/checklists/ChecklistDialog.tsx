import { useState } from 'react';
import { MAX_ITEM, MAX_ITEMS } from '../../../shared/domain/kinds/checklist.ts';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import { useAct } from '../../app/core/use-act.ts';
import { cancelOverlay, closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMessageWindow } from '../conversation/window/use-message-window.ts';

interface Props {
  channelId: string;
  rootId: string | null;
  title: string;
}

/** The form of a new checklist. It goes out as a message, connected or not. */
export function ChecklistDialog({ channelId, rootId, title: begun }: Props) {
  const t = useWords();
  const act = useAct();
  const window = useMessageWindow(channelId);
  const [title, setTitle] = useState(begun);
  const [lines, setLines] = useState<readonly string[]>(['', '']);
  const text = title.trim();
  const checklist = lines.map((line) => line.trim()).filter((line) => line !== '');
  const ready = text !== '' && checklist.length > 0;
  const submit = (): void => {
    if (!ready) return;
    closeOverlay();
    if (rootId === null) window.wrote();
    void act((core) => core.send({ channelId, rootId, broadcast: false, text, checklist }));
  };
  return (
    <FormDialog
      title={t('checklists.new')}
      onClose={cancelOverlay}
      confirm={t('checklists.make')}
      ready={ready}
      onSubmit={submit}
    >
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
    </FormDialog>
  );
}
