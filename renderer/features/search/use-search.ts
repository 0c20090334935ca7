import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RelaySearchResult, SearchResult } from '../../../shared/rpc/search-views.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { reportReadFailure } from '../../app/read-failures.ts';
import { behind, mergeHits } from './merge-hits.ts';

/** Letters that come faster than this are one question, ms. */
const PAUSE = 90;
/** The relay is asked when the person rests, ms: it searches for everybody. */
const RELAY_PAUSE = 300;
const PAGE = 30;

/** `asking`: the relay has not answered yet. */
export type Reach = RelaySearchResult['reach'] | 'asking';

export interface Found {
  /** What was found for a query; null before the first answer to it. */
  readonly result: SearchResult | null;
  /** The query that `result` answers. */
  readonly query: string;
  readonly busy: boolean;
  readonly reach: Reach;
  /** Asks for the next page. */
  more(): void;
}

interface Answers {
  readonly query: string;
  readonly cached: SearchResult | null;
  /** null before its first answer, or where it gave none. */
  readonly relay: SearchResult | null;
}

const nothing: Answers = { query: '', cached: null, relay: null };

const joined = (before: SearchResult, next: SearchResult): SearchResult => ({
  hits: [...before.hits, ...next.hits],
  next: next.next,
  problems: before.problems,
  people: { ...before.people, ...next.people },
  channels: { ...before.channels, ...next.channels },
});

/**
 * Searches as the person types: first what is on this computer, then what the relay knows beside
 * it. The last answer stays on the screen until the next is here.
 */
export function useSearch(query: string, channelId: string | null): Found {
  const core = useCore();
  const [answers, setAnswers] = useState(nothing);
  const [busy, setBusy] = useState(false);
  const [reach, setReach] = useState<Reach>('asking');
  const asking = useRef('');
  const wanted = query.trim();
  const live = useLivePick('connection', {}, ['connection'], (one) => one.state === 'connected');

  useEffect(() => {
    asking.current = wanted;
    if (wanted === '') {
      setAnswers(nothing);
      setBusy(false);
      return undefined;
    }
    setBusy(true);
    const timer = setTimeout(() => {
      core.search({ query: wanted, channelId, after: null, limit: PAGE }).then(
        (cached) => {
          if (asking.current !== wanted) return;
          setAnswers((now) => ({
            query: wanted,
            cached,
            relay: now.query === wanted ? now.relay : null,
          }));
          setBusy(false);
        },
        (error: unknown) => {
          reportReadFailure('search', error);
          setBusy(false);
        },
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [core, wanted, channelId, live]);

  // Again when the line comes back: what it did not know may be there now.
  useEffect(() => {
    if (wanted === '' || live === undefined) return undefined;
    let over = false;
    setReach(live ? 'asking' : 'offline');
    if (!live) {
      // What is not here cannot be opened now.
      setAnswers((now) => ({ ...now, relay: null }));
      return undefined;
    }
    const timer = setTimeout(() => {
      core.searchRelay({ query: wanted, channelId, after: null, limit: PAGE }).then(
        (relay) => {
          if (over) return;
          setReach(relay.reach);
          if (relay.reach !== 'whole') return;
          setAnswers((now) => ({
            query: wanted,
            cached: now.query === wanted ? now.cached : null,
            relay,
          }));
        },
        () => {
          if (!over) setReach('unavailable');
        },
      );
    }, RELAY_PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [core, wanted, channelId, live]);

  const more = useCallback(() => {
    const { cached, relay } = answers;
    if (busy || cached === null) return;
    const next = behind(cached, relay);
    if (next === null) return;
    setBusy(true);
    const ask = next === 'cached' ? core.search : core.searchRelay;
    const before = next === 'cached' ? cached : relay!;
    ask({ query: answers.query, channelId, after: before.next, limit: PAGE }).then(
      (page) => {
        if (asking.current === answers.query) {
          if ('reach' in page) setReach((page as RelaySearchResult).reach);
          setAnswers((now) => ({ ...now, [next]: joined(before, page) }));
        }
        setBusy(false);
      },
      (error: unknown) => {
        reportReadFailure('search', error);
        setBusy(false);
      },
    );
  }, [core, answers, channelId, busy]);

  const result = useMemo(() => {
    const { cached, relay } = answers;
    if (cached === null) return null;
    const known = relay === null ? cached : joined(cached, relay);
    const next = behind(cached, relay) === null ? null : 'more';
    return { ...known, hits: mergeHits(cached, relay), next };
  }, [answers]);
  return { result, query: answers.query, busy, reach, more };
}
