import { limits } from '../../../shared/protocol/limits.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { mayRead } from '../access.ts';
import type { GatewayContext } from '../context.ts';
import { pageText } from '../frames.ts';
import type { Peer } from '../peer.ts';
import { answer, forbidden } from './question.ts';
import type { Handled } from './result.ts';

/** S3, S6: the newest page of a range of versions. */
export function onPull(frame: Up<'pull'>, peer: Peer, { store }: GatewayContext): Promise<Handled> {
  const { id, scope, after, upTo, limit } = frame;
  return answer(peer, id, async () => {
    if (!(await mayRead(store, peer.actor, scope))) return forbidden;
    return { text: pageText(id, await store.pull(scope, after, upTo, limit, limits.pageBytes)) };
  });
}
