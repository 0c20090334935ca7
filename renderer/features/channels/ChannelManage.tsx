import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** What owners and administrators do with a channel. */
export function ChannelManage({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const act = useAct();
  const [asking, setAsking] = useState<'rename' | 'archive' | null>(null);
  const done = (): void => setAsking(null);
  const archive = (archived: boolean): void =>
    void act((core) => core.archiveChannel({ channelId: channel.id, archived }));
  if (channel.archived) {
    return (
      <Button icon={<ArchiveRestore />} onPress={() => archive(false)}>
        {t('channels.unarchive')}
      </Button>
    );
  }
  return (
    <>
      <Button icon={<Pencil />} onPress={() => setAsking('rename')}>
        {t('channels.rename')}
      </Button>
      <Button icon={<Archive />} onPress={() => setAsking('archive')}>
        {t('channels.archive')}
      </Button>
      {asking === 'rename' ? <RenameDialog channel={channel} onClose={done} /> : null}
      {asking === 'archive' ? (
        <ConfirmDialog
          title={t('channels.archiveTitle', { name: `#${channel.name}` })}
          note={t('channels.archiveNote')}
          confirm={t('channels.archive')}
          onClose={done}
          onConfirm={() => {
            archive(true);
            done();
          }}
        />
      ) : null}
    </>
  );
}
