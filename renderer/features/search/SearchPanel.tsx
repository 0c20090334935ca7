import { SearchX, TextSearch } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import type { SearchHit } from '../../../shared/rpc/search-views.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { currentRoute, goTo, openPanel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextReaderProvider } from '../../text/text-reader.ts';
import { useListedTitle } from '../channels/use-channel-title.ts';
import { useTextReader } from '../conversation/use-text-reader.ts';
import { ProblemLine } from './ProblemLine.tsx';
import { ReachLine } from './ReachLine.tsx';
import { ResultList } from './ResultList.tsx';
import css from './SearchPanel.module.css';
import { SearchField } from './SearchField.tsx';
import { SearchHints } from './SearchHints.tsx';
import { setSearchQuery, useSearchQuery } from './search-query.ts';
import { useSearch } from './use-search.ts';

/** Search in one conversation, or everywhere. First through what is on this computer. */
export function SearchPanel({
  channelId,
  query: first,
}: {
  channelId: string | null;
  query: string;
}) {
  const t = useWords();
  const core = useCore();
  useEffect(() => {
    // The switcher hands over what was typed there; otherwise the last search is still here.
    if (first !== '') setSearchQuery(first);
  }, [first]);
  const query = useSearchQuery((state) => state.query);
  const { result, query: answered, busy, reach, more } = useSearch(query, channelId);
  const [moved, setMoved] = useState<{ for: string; id: string | undefined } | null>(null);
  const title = useListedTitle(channelId);
  const syncing = useLivePick('connection', {}, ['connection'], (one) => one.syncing !== null);
  const textReader = useTextReader();
  const hits = result?.hits ?? [];
  // The relay's answer may put others above it.
  const at = moved?.for === answered ? hits.findIndex((hit) => hit.message.id === moved.id) : -1;

  const open = (hit: SearchHit): void => {
    core.rememberSearch({ query }).catch(reportError);
    const { channelId: place, rootId, broadcast, id } = hit.message;
    if (rootId !== null && !broadcast) {
      goTo({ at: 'channel', channelId: place, messageId: rootId }, { show: 'thread', rootId });
    } else goTo({ at: 'channel', channelId: place, messageId: id }, currentRoute().panel);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (hits.length === 0) return false;
    if (event.key === 'ArrowDown') {
      const next = Math.min(hits.length - 1, at + 1);
      if (next > hits.length - 4) more();
      setMoved({ for: answered, id: hits[next]?.message.id });
    } else if (event.key === 'ArrowUp') setMoved({ for: answered, id: hits[at - 1]?.message.id });
    else if (event.key === 'Enter') {
      const hit = hits[Math.max(0, at)];
      if (hit !== undefined) open(hit);
    } else return false;
    return true;
  };
  return (
    <TextReaderProvider value={textReader}>
      <PanelHead
        title={t('search.title')}
        of={channelId === null ? t('search.everywhere') : title}
      />
      <SearchField
        query={query}
        label={channelId === null ? t('search.label') : t('search.labelHere', { place: title })}
        activeId={at < 0 ? null : `hit-${at}`}
        onChange={setSearchQuery}
        onKey={onKey}
      />
      <ProblemLine problems={result?.problems ?? []} />
      {query.trim() === '' ? null : <ReachLine reach={reach} />}
      {query.trim() === '' ? (
        <SearchHints />
      ) : result === null || (hits.length === 0 && reach === 'asking') ? null : hits.length === 0 &&
        !busy ? (
        <EmptyState
          small
          icon={<SearchX />}
          title={t('search.noneTitle')}
          note={t(syncing === true && reach !== 'whole' ? 'search.noneSyncing' : 'search.none')}
        />
      ) : (
        <ResultList
          result={result}
          at={at}
          here={channelId !== null}
          busy={busy}
          onOpen={open}
          onEnd={more}
        />
      )}
      {channelId === null || query.trim() === '' ? null : (
        <button
          type="button"
          className={css.wider}
          onClick={() => openPanel({ show: 'search', here: false, query: '' })}
        >
          <TextSearch aria-hidden />
          {t('search.wider')}
        </button>
      )}
    </TextReaderProvider>
  );
}
