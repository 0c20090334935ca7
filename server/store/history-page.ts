import { limits } from '../../shared/protocol/limits.ts';
import type { StoredRow } from './port.ts';

/** Kinds of rows that have a message for their parent, beside the replies of its thread; as SQL. */
export const BELONGING = `'checklist', 'file', 'pin', 'poll', 'preview', 'reaction', 'revision', 'task', 'tick', 'vote'`;

/** A message at its place, and the rows that belong to it: its pin, its reactions, its thread. */
export interface Placed {
  readonly position: number;
  readonly message: StoredRow;
  readonly belonging: readonly StoredRow[];
}

const bytesOf = ({ message, belonging }: Placed): number =>
  [message, ...belonging].reduce((sum, { json }) => sum + Buffer.byteLength(json), 0);

/**
 * The stretch of these messages that fits into one page, grown from `centre` in both directions:
 * what is nearest to the place that was asked for comes first. At least one message.
 */
export function fitting(
  messages: readonly Placed[],
  centre: number,
  bytes: number = limits.pageBytes,
): readonly Placed[] {
  let [start, end, size] = [centre, centre, 0];
  const fits = (one: Placed | undefined): boolean => {
    if (one === undefined) return false;
    const more = bytesOf(one);
    if (size > 0 && size + more > bytes) return false;
    size += more;
    return true;
  };
  for (let [down, up] = [true, true]; down || up;) {
    if (up && (up = fits(messages[end]))) end += 1;
    if (down && (down = fits(messages[start - 1]))) start -= 1;
  }
  return messages.slice(start, end);
}
