import type { UserId } from '../../../shared/domain/ids.ts';
import { companyKinds } from '../../../shared/domain/registry.ts';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import type { Store, StoredRow } from '../../store/port.ts';
import { mayRead } from '../access.ts';
import type { GatewayContext } from '../context.ts';
import { foundText } from '../frames.ts';
import type { Peer } from '../peer.ts';
import { answer, forbidden } from './question.ts';
import type { Handled } from './result.ts';

interface Found {
  readonly rows: StoredRow[];
  readonly next: string | null;
}

/** People and public channels by their names, the members of a channel, or what everybody keeps. */
export function onFind(frame: Up<'find'>, peer: Peer, context: GatewayContext): Promise<Handled> {
  return answer(peer, frame.id, async () => {
    const found = await find(frame, peer, context);
    return found === undefined ? forbidden : { text: foundText(frame.id, found.rows, found.next) };
  });
}

async function find(
  frame: Up<'find'>,
  peer: Peer,
  { store }: GatewayContext,
): Promise<Found | undefined> {
  const after = frame.after ?? '';
  // A full page may have been the last one: then the next is empty.
  const paged = (rows: StoredRow[]): Found => ({
    rows,
    next: rows.length === frame.limit ? (rows.at(-1)?.id ?? null) : null,
  });
  switch (frame.what) {
    case 'people':
      return paged(await store.findPeople(frame.query, after, frame.limit));
    case 'channels':
      return paged(await store.findChannels(frame.query, after, frame.limit));
    case 'members': {
      const scope = channelScope(frame.channelId);
      if (!(await mayRead(store, peer.actor, scope))) return undefined;
      return paged(await store.list(scope, 'member', after, frame.limit));
    }
    case 'company':
      return companyPage(store, peer.userId, after, frame.limit);
  }
}

/**
 * The asker's own row first, then one kind after the other; `after` is the last row's kind and id.
 * Emoji are large, so a page is bounded by bytes too.
 */
async function companyPage(
  store: Pick<Store, 'get' | 'list'>,
  userId: UserId,
  after: string,
  limit: number,
): Promise<Found> {
  const [begun = '', id = ''] = after.split('/');
  const rows = after === '' ? await store.get([{ scope: orgScope, kind: 'user', id: userId }]) : [];
  let bytes = 0;
  for (const kind of companyKinds.filter((one) => one >= begun)) {
    const found = await store.list(orgScope, kind, kind === begun ? id : '', limit);
    for (const row of found) {
      rows.push(row);
      bytes += row.json.length;
      if (rows.length >= limit || bytes > limits.pageBytes) {
        return { rows, next: `${kind}/${row.id}` };
      }
    }
  }
  return { rows, next: null };
}
