import { AlarmClock, Bookmark, BookmarkX, Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedList, SavedView } from '../../../shared/rpc/list-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { PageBody, PageList } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { openOverlay } from '../../app/overlays.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MessageCard } from '../conversation/message/MessageCard.tsx';
import { useTextNames } from '../conversation/use-text-names.ts';
import css from './SavedPane.module.css';

const SHOWN = ['open', 'done'] as const;

/** What one keeps for later: what is open, and what is done. */
export function SavedPane() {
  const t = useWords();
  const [done, setDone] = useState(false);
  const list = useKept(useLive('saved', { done }, ['saved', 'people', 'sidebar', 'connection']));
  return (
    <>
      <PaneHead title={t('saved.title')} />
      <PageBody>
        <FilterChips
          label={t('saved.show')}
          chips={SHOWN.map((one) => ({ value: one, label: t(`saved.${one}`) }))}
          value={done ? 'done' : 'open'}
          onChange={(one) => setDone(one === 'done')}
        />
        {list === undefined ? null : <Items list={list} done={done} />}
      </PageBody>
    </>
  );
}

function Items({ list, done }: { list: SavedList; done: boolean }) {
  const t = useWords();
  const names = useTextNames(list);
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
    <PageList label={t('saved.title')}>
      {items.map((item) => (
        <Item key={item.messageId} item={item} list={list} names={names} />
      ))}
    </PageList>
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
