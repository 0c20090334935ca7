import { channelScope } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import type { StoredRow } from '../../store/port.ts';
import { mayRead } from '../access.ts';
import type { GatewayContext } from '../context.ts';
import { foundText } from '../frames.ts';
import type { Peer } from '../peer.ts';
import { answer, forbidden } from './question.ts';
import type { Handled } from './result.ts';

/** People and public channels by their names, or the members of a channel. */
export function onFind(frame: Up<'find'>, peer: Peer, context: GatewayContext): Promise<Handled> {
  return answer(peer, frame.id, async () => {
    const rows = await find(frame, peer, context);
    if (rows === undefined) return forbidden;
    // A full page may have been the last one: then the next is empty.
    const next = rows.length === frame.limit ? (rows.at(-1)?.id ?? null) : null;
    return { text: foundText(frame.id, rows, next) };
  });
}

async function find(
  frame: Up<'find'>,
  peer: Peer,
  { store }: GatewayContext,
): Promise<StoredRow[] | undefined> {
  const after = frame.after ?? '';
  switch (frame.what) {
    case 'people':
      return store.findPeople(frame.query, after, frame.limit);
    case 'channels':
      return store.findChannels(frame.query, after, frame.limit);
    case 'members': {
      const scope = channelScope(frame.channelId);
      if (!(await mayRead(store, peer.actor, scope))) return undefined;
      return store.list(scope, 'member', after, frame.limit);
    }
  }
}
