import type { SearchHit, SearchResult } from '../../../shared/rpc/search-views.ts';

/** What one source has found so far: its pages in a row, newest first. */
export type Pages = Pick<SearchResult, 'hits' | 'next'>;

/** Newest first; of one moment the later written, as ids tell. */
const byTime = (a: SearchHit, b: SearchHit): number =>
  b.message.createdAt - a.message.createdAt || (a.message.id < b.message.id ? 1 : -1);

/**
 * What this computer and the relay have found, each message once, newest first. A source that has
 * more to tell may still know of messages older than its last hit; what is as old waits until that
 * is known, so that nothing is put in above what somebody reads already.
 */
export function mergeHits(cached: Pages, relay: Pages | null): SearchHit[] {
  const sources = relay === null ? [cached] : [cached, relay];
  const reached = Math.max(...sources.map(reach));
  const byId = new Map<string, SearchHit>();
  // What is here is drawn with reactions and what is waiting to be sent, so it comes last.
  for (const { hits } of sources.toReversed()) {
    for (const hit of hits) byId.set(hit.message.id, hit);
  }
  return [...byId.values()].filter(({ message }) => message.createdAt >= reached).sort(byTime);
}

/** The time down to which a source has told everything, ms. */
function reach({ hits, next }: Pages): number {
  if (next === null) return Number.NEGATIVE_INFINITY;
  return hits.at(-1)?.message.createdAt ?? Number.NEGATIVE_INFINITY;
}

/** Which of them has to go on for the list to become longer; null where both are at their end. */
export function behind(cached: Pages, relay: Pages | null): 'cached' | 'relay' | null {
  const here = cached.next === null ? null : reach(cached);
  const there = relay === null || relay.next === null ? null : reach(relay);
  if (here === null && there === null) return null;
  if (here === null) return 'relay';
  return there === null || here >= there ? 'cached' : 'relay';
}
