import { useId, useState, type SubmitEvent } from 'react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { finishSlug } from './channel-slug.ts';
import { ChannelNameField, useNameProblem } from './ChannelNameField.tsx';

export function RenameDialog({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const t = useWords();
  const act = useAct();
  const form = useId();
  const [name, setName] = useState(channel.name);
  const problem = useNameProblem(name, channel.name);
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (problem !== undefined) return;
    const next = finishSlug(name);
    if (next !== channel.name) {
      void act((core) => core.updateChannel({ channelId: channel.id, name: next }));
    }
    onClose();
  };
  return (
    <Dialog
      title={t('channels.renameTitle', { name: channel.name })}
      note={t('channels.renameNote')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary" isDisabled={problem !== undefined}>
            {t('channels.rename')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save}>
        <ChannelNameField value={name} onChange={setName} problem={problem} />
      </form>
    </Dialog>
  );
}
