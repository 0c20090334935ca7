import { Archive } from 'lucide-react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './ArchivedLine.module.css';

/** In the composer's place: this channel is read only, and who may open it again can do so here. */
export function ArchivedLine({ channel, mayManage }: { channel: ChannelView; mayManage: boolean }) {
  const t = useWords();
  const act = useAct();
  return (
    <div className={css.line}>
      <Archive aria-hidden />
      <span className={css.words}>{t('conversation.head.archived')}</span>
      {mayManage ? (
        <Button
          onPress={() =>
            void act((core) => core.archiveChannel({ channelId: channel.id, archived: false }))
          }
        >
          {t('channels.unarchive')}
        </Button>
      ) : null}
    </div>
  );
}
