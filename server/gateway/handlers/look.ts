import { channelScope } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { handled, type Handled } from './result.ts';

/** What the person has before their eyes: typing and presence come for these alone. */
export function onLook(
  frame: Up<'look'>,
  peer: Peer,
  { presence, typing }: GatewayContext,
): Handled {
  typing.look(
    peer,
    [...new Set(frame.channels)].filter((id) => peer.scopes.has(channelScope(id))),
  );
  const people = presence.look(peer, [...new Set(frame.people)]);
  peer.send(JSON.stringify({ t: 'presence', people }));
  return handled;
}
