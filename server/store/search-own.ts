import type { ChannelId } from '../../shared/domain/ids.ts';
import type { SearchQuestion } from './search.ts';

/** What the asker's own rows say; read for the questions that ask for it, and empty for others. */
export interface Own {
  /** Ids of the messages that they keep and are not done with. */
  readonly saved: ReadonlySet<string>;
  /** Position up to which they have read each channel. */
  readonly readTo: ReadonlyMap<string, number>;
  /** The same of each thread that they follow or have followed, by the id of its first message. */
  readonly threadReadTo: ReadonlyMap<string, number>;
  /** Channels in which something may be unread, and the time of the first such message, ms. */
  readonly unreadSince: ReadonlyMap<ChannelId, number>;
}

/** A question, and the only messages that can answer it; null: any may. */
export interface NarrowQuestion extends SearchQuestion {
  readonly among: readonly string[] | null;
}

/**
 * The asker's own rows lead to their messages as an index would: what they keep by its ids, what
 * they have not read by its channels and its time.
 */
export function narrowed(question: SearchQuestion, own: Own): NarrowQuestion {
  const { wanted } = question;
  const among = wanted.saved === true ? [...own.saved] : null;
  if (wanted.unread !== true) return { ...question, among };
  const readable = question.readable.filter((id) => own.unreadSince.has(id));
  const since = Math.min(...readable.map((id) => own.unreadSince.get(id)!));
  const span = { ...wanted.span, from: Math.max(wanted.span.from, since) };
  return { ...question, wanted: { ...wanted, span }, readable, among };
}
