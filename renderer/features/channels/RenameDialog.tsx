import { useState } from 'react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { finishSlug } from './channel-slug.ts';
import { ChannelNameField, useNameProblem } from './ChannelNameField.tsx';

export function RenameDialog({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const t = useWords();
  const act = useAct();
  const [name, setName] = useState(channel.name);
  const problem = useNameProblem(name, channel.name);
  const save = (): void => {
    if (problem !== undefined) return;
    const next = finishSlug(name);
    if (next !== channel.name) {
      void act((core) => core.updateChannel({ channelId: channel.id, name: next }));
    }
    onClose();
  };
  return (
    <FormDialog
      title={t('channels.renameTitle', { name: `#${channel.name}` })}
      note={t('channels.renameNote')}
      onClose={onClose}
      confirm={t('channels.rename')}
      ready={problem === undefined}
      onSubmit={save}
    >
      <ChannelNameField value={name} onChange={setName} problem={problem} />
    </FormDialog>
  );
}
