import { channelScope } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { handled, type Handled } from './result.ts';

/** The person is writing. In a channel that they are not in, nobody hears of it. */
export function onTyping(
  { channelId, rootId }: Up<'typing'>,
  peer: Peer,
  { typing }: GatewayContext,
): Handled {
  if (peer.scopes.has(channelScope(channelId))) typing.writes(peer, channelId, rootId);
  return handled;
}
