import { Hash, Lock, MessagesSquare } from 'lucide-react';
import type { ChannelView } from '../../../../shared/rpc/views.ts';
import { useLivePick } from '../../../app/core/use-live.ts';
import { openOverlay } from '../../../app/overlays.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useChannelTitle } from '../../channels/use-channel-title.ts';
import css from './ChannelStart.module.css';

/** Where a conversation begins: what it is, and on an empty one what to do. */
export function ChannelStart({ channel, empty }: { channel: ChannelView; empty: boolean }) {
  const t = useWords();
  const format = useFormat();
  const title = useChannelTitle(channel);
  const creator = useLivePick(
    'person',
    { userId: channel.creatorId },
    ['people'],
    (person) => person?.displayName,
  );
  const conversation = channel.type === 'dm' || channel.type === 'group';
  const Icon = conversation ? MessagesSquare : channel.type === 'private' ? Lock : Hash;
  const about = conversation
    ? t('conversation.start.conversation', { people: title })
    : creator === undefined
      ? t('conversation.start.channel')
      : t('conversation.start.created', { who: creator, day: format.day(channel.createdAt) });
  return (
    <div className={css.start}>
      <span className={css.icon} aria-hidden>
        <Icon />
      </span>
      <h3 className={css.title}>{title}</h3>
      <p className={css.about}>
        {about} {channel.purpose}
      </p>
      {empty ? <p className={css.about}>{t('conversation.start.empty')}</p> : null}
      {empty && !conversation && channel.mine !== null && !channel.archived ? (
        <Button onPress={() => openOverlay({ open: 'invite', channelId: channel.id })}>
          {t('channels.addPeople')}
        </Button>
      ) : null}
    </div>
  );
}
