import { BellOff, BellRing, CheckCheck, MessageSquareText } from 'lucide-react';
import { useMemo } from 'react';
import type { ThreadCardView } from '../../../shared/rpc/list-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { openPanel, hrefOf } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Badge } from '../../ui/Badge.tsx';
import type { PageNames } from '../conversation/list/page-names.ts';
import { CardMessage } from './CardMessage.tsx';
import css from './threads.module.css';

interface Props {
  card: ThreadCardView;
  names: PageNames;
  /** The person themself. */
  me: string;
}

/** A followed thread: where it is, its first message, its last replies, and what to do with it. */
export function ThreadCard({ card, names: { names, authors }, me }: Props) {
  const t = useWords();
  const act = useAct();
  const { channelId, rootId, root, shown, unread, replies, following, readTo } = card;
  const conversation = card.type === 'dm' || card.type === 'group';
  const place = conversation ? card.title : `#${card.title}`;
  const hidden = Math.max(0, replies - shown.length);
  const open = (): void => openPanel({ show: 'thread', rootId, channelId });
  const label = useMemo(() => `thread-${rootId}`, [rootId]);
  return (
    <li className={css.card}>
      <article aria-labelledby={label}>
        <header className={css.head}>
          <h3 id={label} className={css.place}>
            <a href={hrefOf({ at: 'channel', channelId, messageId: rootId })} dir="auto">
              {place}
            </a>
          </h3>
          {unread > 0 ? (
            <Badge count={unread} label={t('thread.newReplies', { n: unread })} />
          ) : null}
          <span className={css.tools}>
            {unread > 0 ? (
              <IconButton
                size="small"
                label={t('thread.markRead')}
                onPress={() => void act((core) => core.readThread({ rootId }))}
              >
                <CheckCheck />
              </IconButton>
            ) : null}
            <IconButton
              size="small"
              label={t(following ? 'thread.unfollow' : 'thread.follow')}
              onPress={() =>
                void act((core) => core.followThread({ channelId, rootId, on: !following }))
              }
            >
              {following ? <BellRing /> : <BellOff />}
            </IconButton>
          </span>
        </header>
        {root === null ? (
          <p className={css.away}>{t('thread.rootAway')}</p>
        ) : (
          <CardMessage message={root} author={authors[root.authorId]} names={names} isNew={false} />
        )}
        <div className={css.replies}>
          {hidden > 0 ? (
            <button type="button" className={css.more} onClick={open}>
              {t('thread.earlier', { n: hidden })}
            </button>
          ) : null}
          {shown.map((message) => (
            <CardMessage
              key={message.id}
              message={message}
              author={authors[message.authorId]}
              names={names}
              isNew={unread > 0 && message.authorId !== me && message.position > readTo}
            />
          ))}
          <Button look="quiet" icon={<MessageSquareText />} onPress={open}>
            {t('thread.openToReply')}
          </Button>
        </div>
      </article>
    </li>
  );
}
