import type { ConnectionView } from '../../../shared/rpc/connection-views.ts';
import type { Say } from '../../i18n/words.ts';

/** What the pill says of what has not been sent; null where everything has. */
export function waitWords(say: Say, { waiting, refused }: ConnectionView): string | null {
  if (waiting > 0) return say('connection.waiting', { n: waiting });
  return refused > 0 ? say('connection.refused', { n: refused }) : null;
}

/** Whether it is worth a colour: something waits behind a line that is not there, or was refused. */
export const needsAttention = ({ state, waiting, refused, problem }: ConnectionView): boolean =>
  refused > 0 ||
  problem !== null ||
  state === 'offline' ||
  state === 'stopped' ||
  (state === 'reconnecting' && waiting > 0);
