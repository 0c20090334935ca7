import { expect } from 'vitest';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import { channelScope, type Scope } from '../../../shared/domain/scope.ts';
import type { MessagePage } from '../../../shared/rpc/views.ts';
import type { TestClient } from './client.ts';
import type { FakeRelay } from './relay.ts';
import { TestViews } from './views.ts';

/** What must hold at every moment, connected or not. */
export function checkAlways(
  client: TestClient,
  relay: FakeRelay,
  channels: readonly ChannelId[],
  written: readonly OpId[],
): void {
  const { messages } = new TestViews(client.cache, client.clock);
  for (const channel of channels) {
    checkPage(messages.page(channel, { from: 'newest' }, 200), relay, channel);
    const first = 20 + (relay.now % 40);
    const window = { from: 'window', first, last: first + 30 } as const;
    checkPage(messages.page(channel, window, 200), relay, channel);
  }
  // S7: nothing that was written is lost: it waits here, or the relay has answered it.
  const lost = written.filter(
    (op) => client.cache.outbox.get(op) === undefined && relay.outcome(op) === undefined,
  );
  expect(lost).toEqual([]);
}

function checkPage(page: MessagePage, relay: FakeRelay, channel: ChannelId): void {
  const drawn = page.messages;
  // S5: in the order of positions, each once, what is not sent after all others.
  const positions = drawn.map(({ position }) => position);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
  // S6: no two are drawn as neighbours while the relay has one between them.
  const confirmed = drawn.filter(({ position }) => position < FIRST_UNSENT);
  const held = new Set(confirmed.map(({ id }) => id));
  const listed = relay.work
    .all(channelScope(channel), 'message')
    .filter(({ rootId, broadcast, id }) => (rootId === null || broadcast) && !held.has(id));
  for (let n = 1; n < confirmed.length; n++) {
    const [low, high] = [confirmed[n - 1]!.position, confirmed[n]!.position];
    const missing = listed.filter(({ position }) => position > low && position < high);
    const hole = page.holes.some(({ after, before }) => after === low && before === high);
    if (missing.length > 0 && !hole) {
      throw new Error(`S6: no hole between ${low} and ${high} for ${missing[0]?.position}`);
    }
  }
}

/** S3: whatever lies below the cursor and in no hole is here as the relay has it, or newer. */
export function checkRows({ cache }: TestClient, relay: FakeRelay): void {
  for (const { name, id, cursor } of cache.scopes.all()) {
    const holes = cache.scopes.holes(id);
    const versions = versionsOf(cache.db, id);
    for (const row of relay.rows(name)) {
      const { version } = row;
      if (version > cursor) continue;
      if (holes.some(({ low, high }) => version > low && version <= high)) continue;
      const here = versions.get(`${row.kind}/${row.id}`);
      // A channel that is left between two tests is purged: nothing is promised of it.
      if (here !== version) {
        throw new Error(`S3: ${name} ${row.kind} ${row.id} is ${here}, not ${version}`);
      }
    }
  }
}

type Db = TestClient['cache']['db'];

function versionsOf(db: Db, scopeId: number): Map<string, number> {
  const versions = new Map<string, number>();
  const rows = db.prepare<[number, number], { key: string; version: number }>(
    `SELECT kind || '/' || id AS key, version FROM rows WHERE scope_id = ?
     UNION ALL SELECT 'message/' || id, version FROM messages WHERE scope_id = ?`,
  );
  for (const { key, version } of rows.all(scopeId, scopeId)) versions.set(key, version);
  return versions;
}

/** What must hold once all frames have been handed on. */
export function checkWhole(client: TestClient, relay: FakeRelay): void {
  const { cache } = client;
  const mine = relay.scopesOf(client.who);
  expect(new Set(cache.scopes.all().map(({ name }) => name))).toEqual(mine);
  for (const { name, id, cursor, head, count } of cache.scopes.all()) {
    const told = relay.headOf(name);
    expect({ scope: name, cursor, head, count }).toEqual({ ...told, cursor: told.head });
    expect(cache.scopes.holes(id)).toEqual([]);
    expect(cache.scopes.islands(id)).toEqual([]);
  }
  checkRows(client, relay);
  checkTables(client, mine);
  expect(cache.outbox.entries().filter(({ state }) => state !== 'refused')).toEqual([]);
  expect([...cache.overlay.messages()]).toEqual([]);
  expect(client.engine.progress).toBeNull();
}

/** S11: nothing of any other scope is left, in no table and not in search. */
function checkTables({ cache, opened }: TestClient, mine: ReadonlySet<Scope>): void {
  const strays = cache.db.prepare<[]>(
    `SELECT scope_id FROM messages WHERE scope_id NOT IN (SELECT id FROM scopes)
     UNION ALL SELECT scope_id FROM rows WHERE scope_id NOT IN (SELECT id FROM scopes)
     UNION ALL SELECT scope_id FROM holes WHERE scope_id NOT IN (SELECT id FROM scopes)`,
  );
  expect(strays.all()).toEqual([]);
  expect(mine.size).toBeGreaterThan(0);
  const words = cache.db
    .prepare<[], { rowid: number; text: string }>(
      `SELECT place AS rowid, concat_ws(char(10), json ->> 'text', json ->> '$.forward.text') AS text
       FROM messages
       WHERE json ->> 'deletedAt' IS NULL AND json ->> 'system' IS NULL ORDER BY place`,
    )
    .all();
  const indexed = [...opened.index.texts].sort(([a], [b]) => a - b);
  expect(indexed).toEqual(words.map(({ rowid, text }) => [rowid, text]));
}
