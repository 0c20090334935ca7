import { channelScope } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { mayRead } from '../access.ts';
import type { GatewayContext } from '../context.ts';
import { historyText } from '../frames.ts';
import type { Peer } from '../peer.ts';
import { answer, forbidden } from './question.ts';
import type { Handled } from './result.ts';

/** Messages by position, for a place that the client does not hold. */
export function onHistory(
  frame: Up<'history'>,
  peer: Peer,
  { store }: GatewayContext,
): Promise<Handled> {
  const { id, channelId, rootId, direction, position, limit } = frame;
  return answer(peer, id, async () => {
    const scope = channelScope(channelId);
    if (!(await mayRead(store, peer.actor, scope))) return forbidden;
    const query = { scope, rootId, direction, position, limit };
    return { text: historyText(id, query, await store.history(query)) };
  });
}
