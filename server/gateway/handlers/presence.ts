import type { Up } from '../../../shared/protocol/up.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { handled, type Handled } from './result.ts';

/** Whether the person is at this device. */
export function onPresence(
  { state }: Up<'presence'>,
  peer: Peer,
  { presence }: GatewayContext,
): Handled {
  presence.set(peer, state);
  return handled;
}
