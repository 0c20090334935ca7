import { Hash, SearchX } from 'lucide-react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { goTo } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Conversation } from '../conversation/Conversation.tsx';
import { ConversationHead } from '../conversation/header/ConversationHead.tsx';
import { useChannel } from './use-channel.ts';

interface Props {
  channelId: string;
  messageId: string | null;
}

/** A conversation, or why it cannot be read and what to do instead. */
export function ChannelPane({ channelId, messageId }: Props) {
  const channel = useChannel(channelId);
  if (channel === null) return <NotHere />;
  if (channel?.mine === null) return <NotJoined channel={channel} />;
  return (
    <>
      {/* Stays from one channel to the next: drawn anew it would cost half of what the messages do. */}
      {channel === undefined ? null : <ConversationHead channel={channel} />}
      <Conversation key={channelId} channelId={channelId} messageId={messageId} />
    </>
  );
}

function NotHere() {
  const t = useWords();
  return (
    <>
      <PaneHead title={t('app.notFoundTitle')} />
      <EmptyState
        icon={<SearchX />}
        title={t('app.notFoundTitle')}
        note={t('app.notFoundNote')}
        action={
          <Button look="primary" onPress={() => goTo({ at: 'browse' })}>
            {t('app.notFoundAction')}
          </Button>
        }
      />
    </>
  );
}

function NotJoined({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const act = useAct();
  return (
    <>
      <PaneHead
        title={
          <>
            <Hash />
            {channel.name}
          </>
        }
        about={channel.topic}
      />
      <EmptyState
        icon={<Hash />}
        title={t('channels.notJoinedTitle', { name: `#${channel.name}` })}
        note={channel.purpose}
        action={
          channel.archived ? undefined : (
            <Button
              look="primary"
              onPress={() => void act((core) => core.joinChannel({ channelId: channel.id }))}
            >
              {t('channels.join')}
            </Button>
          )
        }
      />
    </>
  );
}
