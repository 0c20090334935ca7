import { AlarmClock, Bookmark, BookmarkX, Check, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { SavedList, SavedView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { openOverlay } from '../../app/overlays.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { textNamesOf } from '../../text/text-names.ts';
import type { TextNames } from '../../text/text-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MessageCard } from '../conversation/message/MessageCard.tsx';
import css from './SavedPane.module.css';

/** What one keeps for later: what is open, and what is done. */
export function SavedPane() {
  const t = useWords();
  const [done, setDone] = useState(false);
  const list = useKept(useLive('saved', { done }, ['saved', 'people', 'sidebar', 'connection']));
  return (
    <>
      <PaneHead title={t('saved.title')} />
      <div className={css.page}>
        <div className={css.column}>
          <div className={css.tabs} role="group" aria-label={t('saved.show')}>
            {[false, true].map((one) => (
              <button
                key={String(one)}
                type="button"
                className={classNames(css.tab, one === done && css.chosen)}
                aria-pressed={one === done}
                onClick={() => setDone(one)}
              >
                {t(one ? 'saved.done' : 'saved.open')}
              </button>
            ))}
          </div>
          {list === undefined ? null : <Items list={list} done={done} />}
        </div>
      </div>
    </>
  );
}

function Items({ list, done }: { list: SavedList; done: boolean }) {
  const t = useWords();
  const names = useMemo(() => textNamesOf(list), [list]);
  // While the other list is asked for, the one before stands.
  const items = list.items.filter((item) => item.done === done);
  if (items.length === 0) {
    const kind = done ? 'Done' : 'Open';
    return (
      <EmptyState
        icon={done ? <Check /> : <Bookmark />}
        title={t(`saved.none${kind}`)}
        note={t(`saved.none${kind}Note`)}
      />
    );
  }
  return (
    <ul aria-label={t('saved.title')}>
      {items.map((item) => (
        <Item key={item.messageId} item={item} list={list} names={names} />
      ))}
    </ul>
  );
}

function Item({ item, list, names }: { item: SavedView; list: SavedList; names: TextNames }) {
  const t = useWords();
  const { channelId, messageId, message } = item;
  const where = list.channels[channelId];
  const place =
    where === undefined ? undefined : where.name === '' ? where.title : `#${where.name}`;
  return (
    <MessageCard
      channelId={channelId}
      messageId={messageId}
      message={message}
      author={message === null ? undefined : list.people[message.authorId]}
      names={names}
      away={item.lost === null ? '' : t(`saved.lost.${item.lost}`)}
      {...(place === undefined ? {} : { place })}
      note={item.done ? undefined : <Reminder remindAt={item.remindAt} />}
      tools={<Tools item={item} />}
    />
  );
}

function Reminder({ remindAt }: { remindAt: number | null }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  if (remindAt === null) return null;
  const due = remindAt <= now;
  const when = due ? format.when(remindAt, now) : format.until(remindAt, now);
  return (
    <span className={due ? css.due : undefined}>
      {t(due ? 'saved.wasDue' : 'saved.remindsAt', { when })}
    </span>
  );
}

function Tools({ item }: { item: SavedView }) {
  const t = useWords();
  const act = useAct();
  const { channelId, messageId, remindAt, done, lost } = item;
  const set = (state: 'open' | 'done' | 'removed') => () =>
    void act((core) => core.save({ channelId, messageId, state, remindAt: null }));
  return (
    <>
      {done ? (
        <IconButton size="small" label={t('saved.reopen')} onPress={set('open')}>
          <Undo2 data-mirror />
        </IconButton>
      ) : (
        <IconButton size="small" label={t('saved.tick')} onPress={set('done')}>
          <Check />
        </IconButton>
      )}
      {done || lost === 'gone' || lost === 'deleted' ? null : (
        <IconButton
          size="small"
          label={t('saved.remindMe')}
          onPress={() => openOverlay({ open: 'remind', channelId, messageId, remindAt })}
        >
          <AlarmClock />
        </IconButton>
      )}
      <IconButton size="small" label={t('saved.remove')} onPress={set('removed')}>
        <BookmarkX />
      </IconButton>
    </>
  );
}
