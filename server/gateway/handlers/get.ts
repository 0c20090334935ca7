import type { Key } from '../../../shared/commands/command.ts';
import { isKind } from '../../../shared/domain/registry.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { mayRead } from '../access.ts';
import type { GatewayContext } from '../context.ts';
import { foundText } from '../frames.ts';
import type { Peer } from '../peer.ts';
import { answer } from './question.ts';
import type { Handled } from './result.ts';

/** Single rows. What the asker may not read is missing, as if it did not exist. */
export function onGet(frame: Up<'get'>, peer: Peer, { store }: GatewayContext): Promise<Handled> {
  return answer(peer, frame.id, async () => {
    const allowed = new Map<Scope, boolean>();
    const keys: Key[] = [];
    for (const { scope, kind, id } of frame.keys) {
      if (!isKind(kind)) continue;
      let may = allowed.get(scope);
      if (may === undefined) allowed.set(scope, (may = await mayRead(store, peer.actor, scope)));
      if (may) keys.push({ scope, kind, id });
    }
    return { text: foundText(frame.id, await store.get(keys), null) };
  });
}
