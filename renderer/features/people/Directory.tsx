import { MessageSquare, SearchX, Users } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { PageBody, PageList } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { openPanel } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { useNow } from '../../ui/use-now.ts';
import { safeTimeZone } from '../settings/time-zones.ts';
import css from './Directory.module.css';
import { PersonLine } from './PersonLine.tsx';
import { useTalkTo } from './use-talk-to.ts';

/** The most that the core gives at once; whoever is not among them is found by name. */
const LIMIT = 100;

/** Everybody in the company, found by name, title or department. */
export function Directory() {
  const t = useWords();
  const [query, setQuery] = useState('');
  const people = useKept(useLive('people', { query: query.trim(), limit: LIMIT }, ['people']));
  const myId = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  useLookAt(useMemo(() => (people ?? []).map((person) => person.id), [people]));
  return (
    <>
      <PaneHead title={t('people.title')} />
      <PageBody>
        <SearchBox label={t('people.search')} value={query} onChange={setQuery} autoFocus />
        {people?.length === 0 ? (
          <NobodyFound searched={query.trim() !== ''} onClear={() => setQuery('')} />
        ) : null}
        <PageList label={t('people.title')}>
          {people?.map((person) => (
            <DirectoryRow key={person.id} person={person} query={query} isMe={person.id === myId} />
          ))}
        </PageList>
      </PageBody>
    </>
  );
}

const DirectoryRow = memo(function DirectoryRow({
  person,
  query,
  isMe,
}: {
  person: PersonView;
  query: string;
  isMe: boolean;
}) {
  const t = useWords();
  const talkTo = useTalkTo();
  return (
    <li className={css.row}>
      <button
        type="button"
        className={css.open}
        onClick={() => openPanel({ show: 'profile', userId: person.id })}
      >
        <PersonLine person={person} query={query} own={isMe} end={<LocalTime person={person} />} />
      </button>
      <span className={css.talk}>
        {person.disabled ? null : (
          <IconButton label={t('people.message')} onPress={() => talkTo([person.id])}>
            <MessageSquare />
          </IconButton>
        )}
      </span>
    </li>
  );
});

function LocalTime({ person }: { person: PersonView }) {
  const format = useFormat();
  const now = useNow();
  const zone = safeTimeZone(person.timeZone);
  if (zone === undefined || person.disabled) return null;
  return <time className={css.time}>{format.timeIn(now, zone)}</time>;
}

function NobodyFound({ searched, onClear }: { searched: boolean; onClear: () => void }) {
  const t = useWords();
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  if (!searched) {
    return <EmptyState icon={<Users />} title={t('people.noneTitle')} note={t('people.none')} />;
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('people.emptyTitle')}
      note={t(connected ? 'people.empty' : 'people.emptyOffline')}
      action={<Button onPress={onClear}>{t('people.showAll')}</Button>}
    />
  );
}
