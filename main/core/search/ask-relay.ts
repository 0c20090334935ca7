import type { Up } from '../../../shared/protocol/up.ts';
import { isTombstone, parseRow } from '../../../shared/protocol/wire-row.ts';
import { rangesOf } from '../../../shared/search/match.ts';
import type { Requests, Unanswered } from '../sync/requests.ts';
import type { Query } from './query.ts';
import type { Hit, Page } from './run.ts';

/** What a frame may hold of each. */
const MOST_IDS = 100;
const LONGEST_TERM = 200;
const MOST_HITS = 50;
/** Pages in a row that may be empty: each says that the relay read as much as it does for one. */
const MOST_EMPTY = 4;

/**
 * Asks the relay for messages, newest first: also for those that this computer does not hold. The
 * cache is left as it is.
 *
 * @param after `next` of the page before
 */
export async function askRelay(
  requests: Requests,
  query: Query,
  { after, limit }: { after: string | null; limit: number },
): Promise<Page | Unanswered> {
  const question = questionOf(query, Math.min(limit, MOST_HITS));
  let next = after;
  for (let empty = 0; ; empty++) {
    const answer = await requests.ask('search', { ...question, after: next });
    if (!answer.ok) return answer.reason;
    const { mode } = answer.frame;
    ({ next } = answer.frame);
    const hits = answer.frame.hits.flatMap(({ channelId, row }): Hit[] => {
      const message = parseRow(row);
      if (message === undefined || isTombstone(message) || message.kind !== 'message') return [];
      return [{ message, channelId, ranges: rangesOf(query, mode, message.text) }];
    });
    if (hits.length > 0 || next === null || empty === MOST_EMPTY) return { hits, next };
  }
}

type Question = Omit<Up<'search'>, 't' | 'id' | 'after'>;

function questionOf(query: Query, limit: number): Question {
  const ids = <I extends string>(of: readonly string[]): I[] => of.slice(0, MOST_IDS) as I[];
  const { authors, channels, span, to } = query;
  const { link, file, poll, pinned, task, thread, saved, unread } = query;
  return {
    terms: query.terms.map(({ text, negated, open, quoted }) => ({
      ...{ text: text.slice(0, LONGEST_TERM), negated, open, quoted },
    })),
    authors: authors === null ? null : ids(authors),
    notAuthors: ids(query.notAuthors),
    channels: channels === null ? null : ids(channels),
    notChannels: ids(query.notChannels),
    from: Number.isFinite(span.from) ? span.from : null,
    to: Number.isFinite(span.to) ? span.to : null,
    saidTo: to === null ? null : ids(to),
    notSaidTo: ids(query.notTo),
    ...{ link, file, poll, pinned, task, thread, saved, unread, limit },
  };
}
