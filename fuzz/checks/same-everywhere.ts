import { scheduledMessageId } from '../../shared/domain/kinds/scheduled.ts';
import type { Message } from '../../shared/domain/kinds/message.ts';
import { FIRST_UNSENT } from '../../shared/domain/position.ts';
import { isCompanyKind, type Row } from '../../shared/domain/registry.ts';
import type { Tombstone } from '../../shared/domain/row.ts';
import { channelOf, orgScope, type Scope } from '../../shared/domain/scope.ts';
import type { Desk } from '../desk.ts';
import { Finding } from '../ledger.ts';
import type { World } from '../world.ts';

export type Stored = Row | Tombstone;
const keyOf = ({ kind, id }: Stored): string => `${kind}/${id}`;

/** Everything that the relay keeps of a scope, in the order of its changes. */
export async function relayRows(world: World, scope: Scope): Promise<Stored[]> {
  const { rows } = await world.store.pull(scope, 0, null, 1_000_000, Number.MAX_SAFE_INTEGER);
  return rows.map(({ json }) => JSON.parse(json) as Stored);
}

/** What a desk holds of a scope, without what was removed. */
export function deskRows(desk: Desk, scope: Scope): Map<string, Stored> {
  const { db, scopes } = desk.workspace.cache;
  const id = scopes.knownId(scope) ?? -1;
  const jsons = db
    .prepare<[number, number]>(
      `SELECT json FROM rows WHERE scope_id = ? AND json IS NOT NULL
       UNION ALL SELECT json FROM messages WHERE scope_id = ?`,
    )
    .pluck()
    .all(id, id) as string[];
  return new Map(jsons.map((json) => JSON.parse(json) as Stored).map((row) => [keyOf(row), row]));
}

/** S3: a desk holds of each scope that it may read what the relay does, and of no other anything. */
export async function checkRows(world: World, desk: Desk): Promise<void> {
  const { cache, engine } = desk.workspace;
  const mine = new Set(await world.store.scopesOf(desk.userId));
  const lazy = cache.meta.get('directory') === 'lazy';
  for (const { name, id, cursor, head } of cache.scopes.all()) {
    // S11
    if (!mine.has(name)) throw new Finding(`S11: ${desk.name} keeps ${name}`);
    if (cursor !== head)
      throw new Finding(`S4: ${desk.name} is at ${cursor} of ${head} in ${name}`);
    // Of a large directory what was there before this device came is not fetched.
    if (lazy && name === orgScope) continue;
    if (cache.scopes.holes(id).length > 0)
      throw new Finding(`S6: ${desk.name} has a hole in ${name}`);
    if (cache.scopes.islands(id).length > 0) {
      throw new Finding(`S6: ${desk.name} has an island in ${name}, and no hole around it`);
    }
  }
  for (const scope of mine) {
    const here = deskRows(desk, scope);
    const there = await relayRows(world, scope);
    for (const row of there) {
      const own = here.get(keyOf(row));
      here.delete(keyOf(row));
      const wanted = 'deleted' in row ? undefined : row;
      // Of a large directory only those other people and channels are kept that were needed.
      const needed = isCompanyKind(row.kind) || row.id === desk.userId;
      if (lazy && scope === orgScope && own === undefined && !needed) continue;
      if (JSON.stringify(sorted(own)) === JSON.stringify(sorted(wanted))) continue;
      throw new Finding(
        `S3: ${desk.name} has ${JSON.stringify(own)} in ${scope}, not ${JSON.stringify(wanted)}`,
      );
    }
    const [stray] = here.keys();
    if (stray !== undefined) throw new Finding(`S3: ${desk.name} has ${stray} in ${scope}`);
    const channel = channelOf(scope);
    if (channel !== undefined) checkOrder(desk, channel, there);
  }
  checkNothingElse(desk);
  if (engine.progress !== null) throw new Finding(`S6: ${desk.name} says that it still fetches`);
  if ([...cache.overlay.messages()].length > 0) {
    throw new Finding(`S8: ${desk.name} shows what is neither confirmed nor pending`);
  }
}

const sorted = (row: Stored | undefined) =>
  row === undefined ? null : Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));

/** S5: every screen shows a channel in the one order. */
function checkOrder(desk: Desk, channel: string, rows: readonly Stored[]): void {
  const listed = rows
    .filter((row): row is Message => row.kind === 'message' && !('deleted' in row))
    .filter(({ rootId, broadcast }) => rootId === null || broadcast)
    .sort((a, b) => a.position - b.position);
  const { messages } = desk.workspace.messages.page(channel as never, { from: 'newest' }, 100_000);
  const shown = messages.filter(({ position }) => position < FIRST_UNSENT).map(({ id }) => id);
  if (JSON.stringify(shown) !== JSON.stringify(listed.map(({ id }) => id))) {
    const kept = listed.map(({ position, text }) => `${position} ${text}`).join(', ');
    const here = messages.map(({ position, text }) => `${position} ${text}`).join(', ');
    throw new Finding(`S5: ${desk.name} shows ${channel} as [${here}], the relay keeps [${kept}]`);
  }
}

/** S11: no table holds anything of a scope that is not kept. */
function checkNothingElse(desk: Desk): void {
  const strays = desk.workspace.cache.db
    .prepare<[]>(
      ['messages', 'rows', 'holes', 'islands']
        .map(
          (table) => `SELECT scope_id FROM ${table} WHERE scope_id NOT IN (SELECT id FROM scopes)`,
        )
        .join(' UNION ALL '),
    )
    .all();
  if (strays.length > 0) throw new Finding(`S11: ${desk.name} keeps rows of a scope that is gone`);
}

/** S1, S5: what was sent stands in its channel once, and the channel counts it once. */
export async function checkNothingDoubled(world: World): Promise<void> {
  const sent = new Map<string, number>();
  for (const { id, channelId } of world.ledger.messages) {
    if (sent.has(id)) throw new Finding(`S1: ${id} was made twice`);
    sent.set(id, 1);
    const [row] = await world.store.get([{ scope: `channel:${channelId}`, kind: 'message', id }]);
    if (row === undefined) throw new Finding(`S10: ${id} was acknowledged and is not there`);
  }
  // Whether those went out, and once, is another check's.
  for (const { id } of world.ledger.scheduled) sent.set(scheduledMessageId(id), 1);
  for (const channelId of new Set(world.ledger.channels)) {
    const rows = await relayRows(world, `channel:${channelId}`);
    const messages = rows
      .filter((row): row is Message => row.kind === 'message' && !('deleted' in row))
      .sort((a, b) => a.position - b.position);
    let ordinal = 0;
    const positions = new Set<number>();
    for (const message of messages) {
      const { id, system, rootId, broadcast, position } = message;
      if (system === null && !sent.has(id)) throw new Finding(`S1: nobody sent ${id}`);
      if (positions.has(position)) throw new Finding(`S5: two messages at ${position}`);
      positions.add(position);
      if (system === null && (rootId === null || broadcast)) ordinal++;
      if (message.ordinal !== ordinal) {
        throw new Finding(`S5: ${id} is number ${message.ordinal}, not ${ordinal}`);
      }
    }
  }
}
