import type { Actor } from '../../shared/domain/permissions.ts';
import { channelOf, orgScope, userScope, type Scope } from '../../shared/domain/scope.ts';
import type { Store } from '../store/port.ts';

/**
 * S2, S11: whether somebody may read a scope now. `org` is everybody's, a user scope its owner's,
 * a channel its members'; nobody reads `registry`. Membership is asked of the store each time.
 */
export async function mayRead(
  store: Pick<Store, 'get'>,
  actor: Actor,
  scope: Scope,
): Promise<boolean> {
  if (scope === orgScope || scope === userScope(actor.userId)) return true;
  if (channelOf(scope) === undefined) return false;
  const [member] = await store.get([{ scope, kind: 'member', id: actor.userId }]);
  return member !== undefined;
}
