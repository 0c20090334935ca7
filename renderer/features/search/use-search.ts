import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchResult } from '../../../shared/rpc/views.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { reportReadFailure } from '../../app/read-failures.ts';

/** Letters that come faster than this are one question, ms. */
const PAUSE = 90;
const PAGE = 30;

export interface Found {
  /** What was found for a query; null before the first answer to it. */
  readonly result: SearchResult | null;
  /** The query that `result` answers. */
  readonly query: string;
  readonly busy: boolean;
  /** Asks for the next page. */
  more(): void;
}

const joined = (before: SearchResult, next: SearchResult): SearchResult => ({
  hits: [...before.hits, ...next.hits],
  next: next.next,
  problems: before.problems,
  people: { ...before.people, ...next.people },
  channels: { ...before.channels, ...next.channels },
});

/** Searches as the person types. The last answer stays on the screen until the next is here. */
export function useSearch(query: string, channelId: string | null): Found {
  const core = useCore();
  const [found, setFound] = useState<{ query: string; result: SearchResult | null }>({
    query: '',
    result: null,
  });
  const [busy, setBusy] = useState(false);
  const asking = useRef('');
  const wanted = query.trim();

  useEffect(() => {
    asking.current = wanted;
    if (wanted === '') {
      setFound({ query: '', result: null });
      setBusy(false);
      return undefined;
    }
    setBusy(true);
    const timer = setTimeout(() => {
      core.search({ query: wanted, channelId, after: null, limit: PAGE }).then(
        (result) => {
          if (asking.current !== wanted) return;
          setFound({ query: wanted, result });
          setBusy(false);
        },
        (error: unknown) => {
          reportReadFailure('search', error);
          setBusy(false);
        },
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [core, wanted, channelId]);

  const more = useCallback(() => {
    const { result } = found;
    if (busy || result === null || result.next === null) return;
    setBusy(true);
    core.search({ query: found.query, channelId, after: result.next, limit: PAGE }).then(
      (next) => {
        if (asking.current === found.query) {
          setFound({ query: found.query, result: joined(result, next) });
        }
        setBusy(false);
      },
      (error: unknown) => {
        reportReadFailure('search', error);
        setBusy(false);
      },
    );
  }, [core, found, channelId, busy]);
  return { ...found, busy, more };
}
