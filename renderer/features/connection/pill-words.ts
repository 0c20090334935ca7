import type { ConnectionView } from '../../../shared/rpc/connection-views.ts';
import type { Say } from '../../i18n/words.ts';

/**
 * What the pill says of what has not been sent; null where everything has. Where something was
 * refused it is one number of both, as two beside each other read as one: the outbox tells them apart.
 */
export function waitWords(say: Say, { waiting, refused }: ConnectionView): string | null {
  if (refused > 0) return say('connection.refused', { n: waiting + refused });
  return waiting > 0 ? say('connection.waiting', { n: waiting }) : null;
}

/** Whether it is worth a colour: something waits behind a line that is not there, or was refused. */
export const needsAttention = ({ state, waiting, refused, problem }: ConnectionView): boolean =>
  refused > 0 ||
  problem !== null ||
  state === 'offline' ||
  state === 'stopped' ||
  (state === 'reconnecting' && waiting > 0);
