import type { ConnectionView } from '../../../shared/rpc/views.ts';
import type { Say } from '../../i18n/words.ts';

/** What the pill says of the connection: one word, and what waits. */
export function pillWords(
  say: Say,
  connection: ConnectionView,
): { state: string; waits: string | null } {
  const { state, waiting, refused } = connection;
  const words = say(`connection.${state}`);
  if (refused > 0) return { state: words, waits: say('connection.refused', { n: refused }) };
  return { state: words, waits: waiting > 0 ? say('connection.waiting', { n: waiting }) : null };
}

/** Whether it is worth a colour: something waits behind a line that is not there, or was refused. */
export const needsAttention = ({ state, waiting, refused, problem }: ConnectionView): boolean =>
  refused > 0 ||
  problem !== null ||
  state === 'offline' ||
  state === 'stopped' ||
  (state === 'reconnecting' && waiting > 0);
