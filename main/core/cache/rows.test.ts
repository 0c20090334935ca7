import { array, assert, constantFrom, nat, property, record, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Row } from '../../../shared/domain/registry.ts';
import type { Tombstone } from '../../../shared/domain/row.ts';
import { isTombstone } from '../../../shared/protocol/wire-row.ts';
import { anId, people, START } from '../../../shared/testing/office.ts';
import { messageRow, reactionRow, tombstone } from '../../../shared/testing/rows.ts';
import { testCache, type OpenedCache } from '../testing/cache.ts';

const scope = channelScope(anId(1) as ChannelId);
const other = channelScope(anId(2) as ChannelId);

/** One of three messages, three reactions or three members, at some version; or its tombstone. */
const someRow = record({
  kind: constantFrom('message', 'reaction', 'member'),
  which: nat({ max: 2 }),
  gone: nat({ max: 3 }).map((n) => n === 0),
  silent: nat({ max: 3 }).map((n) => n === 0),
});

type Some = Readonly<{ kind: string; which: number; gone: boolean; silent: boolean }>;

function build({ kind, which, gone, silent }: Some, version: number): Row | Tombstone {
  const id = anId(0x100 + which);
  if (kind === 'message') {
    if (gone) return tombstone(kind, id, version);
    // Its place and time never change (S5); its words do, and a deleted one has none.
    const place = { position: which + 1, ordinal: which + 1, createdAt: START + which };
    return messageRow(id, version, silent ? { ...place, text: '', deletedAt: START } : place);
  }
  if (kind === 'reaction') {
    const row = reactionRow(id, version);
    return gone ? tombstone(kind, row.id, version) : row;
  }
  if (gone) return tombstone(kind, id, version);
  return { kind: 'member', id, version, role: silent ? 'owner' : 'member', joinedAt: START };
}

/** All that the cache says of a scope, as plain values that can be compared. */
function stateOf({ cache, index }: OpenedCache, of: Scope) {
  const id = cache.scopes.knownId(of) ?? -1;
  const messages = cache.db
    .prepare<[number], { rowid: number; json: string }>(
      'SELECT place AS rowid, json FROM messages WHERE scope_id = ? ORDER BY id',
    )
    .all(id);
  return {
    messages: messages.map(({ json }) => JSON.parse(json) as Row),
    reactions: cache.rows.list(of, 'reaction'),
    members: cache.rows.list(of, 'member'),
    words: new Map(
      messages.map(({ rowid, json }) => [(JSON.parse(json) as Row).id, index.texts.get(rowid)]),
    ),
    indexed: index.texts.size,
  };
}

/** The same by the rule alone: of each row its newest form that came. */
function modelOf(rows: readonly (Row | Tombstone)[]) {
  const newest = new Map<string, Row | Tombstone>();
  for (const row of rows) {
    const key = `${row.kind}/${row.id}`;
    if ((newest.get(key)?.version ?? 0) < row.version) newest.set(key, row);
  }
  const live = [...newest.values()].filter((row): row is Row => !isTombstone(row));
  const of = (kind: string) =>
    live.filter((row) => row.kind === kind).sort((a, b) => (a.id < b.id ? -1 : 1));
  const messages = of('message');
  const words = messages.map((row): [string, string | undefined] => {
    const { text, id } = row as ReturnType<typeof messageRow>;
    return [id, text === '' ? undefined : text];
  });
  return {
    messages,
    reactions: of('reaction'),
    members: of('member'),
    words: new Map(words),
    indexed: words.filter(([, text]) => text !== undefined).length,
  };
}

describe('apply', () => {
  it('S3: twice, out of order or from two sources gives the same, in rows and in search', () => {
    const opened = testCache();
    const { cache, index } = opened;
    const history = array(someRow, { minLength: 1, maxLength: 25 })
      .map((some) => some.map((one, i) => build(one, i + 1)))
      // Two sources, each in an order of its own, each with its own gaps.
      .chain((rows) =>
        record({ rows: shuffledSubarray(rows), again: shuffledSubarray(rows) }).map(
          ({ rows: first, again }) => [...first, ...again],
        ),
      );
    assert(
      property(history, (rows) => {
        cache.transaction(() => {
          cache.rows.purge(scope);
          index.texts.clear();
          for (const row of rows) cache.rows.apply(scope, row);
        });
        expect(stateOf(opened, scope)).toEqual(modelOf(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('S3: answers whether a row was news', () => {
    const { cache } = testCache();
    const row = reactionRow(anId(9), 5);
    expect(cache.rows.apply(scope, row)).toBe(true);
    expect(cache.rows.apply(scope, row)).toBe(false);
    expect(cache.rows.apply(scope, { ...row, version: 4 })).toBe(false);
    expect(cache.rows.apply(scope, tombstone('reaction', row.id, 6))).toBe(true);
    expect(cache.rows.apply(scope, tombstone('reaction', row.id, 6))).toBe(false);
  });

  it.each([
    ['message', messageRow(anId(9), 5)],
    ['reaction', reactionRow(anId(9), 5)],
  ] as const)('S2: an old page does not bring a removed %s back', (kind, row) => {
    const { cache, index } = testCache();
    cache.rows.apply(scope, tombstone(kind, row.id, 8));
    expect(cache.rows.apply(scope, row)).toBe(false);
    expect(cache.rows.get(scope, kind, row.id)).toBeUndefined();
    expect(index.texts.size).toBe(0);
    expect(cache.rows.apply(scope, { ...row, version: 9 })).toBe(true);
    expect(cache.rows.get(scope, kind, row.id)?.version).toBe(9);
  });

  it('a message that was removed leaves search as well', () => {
    const { cache, index } = testCache();
    cache.rows.apply(scope, messageRow(anId(9), 5));
    expect([...index.texts.values()]).toEqual(['message 5']);
    cache.rows.apply(scope, tombstone('message', anId(9), 6));
    expect(index.texts.size).toBe(0);
    expect(cache.rows.message(anId(9))).toBeUndefined();
  });

  it('S2: a message stays in the scope that it came from', () => {
    const { cache } = testCache();
    cache.rows.apply(scope, messageRow(anId(9), 5));
    expect(cache.rows.apply(other, messageRow(anId(9), 50, { text: 'taken over' }))).toBe(false);
    expect(cache.rows.apply(other, tombstone('message', anId(9), 51))).toBe(true);
    expect(cache.rows.message(anId(9))?.text).toBe('message 5');
    expect(cache.rows.get(other, 'message', anId(9))).toBeUndefined();
  });

  it('keeps the tombstone of a kind that it does not know', () => {
    const { cache } = testCache();
    expect(cache.rows.apply(orgScope, tombstone('poll', 'p', 3))).toBe(true);
    expect(cache.rows.apply(orgScope, tombstone('poll', 'p', 3))).toBe(false);
  });
});

/** The messages' ids as search runs through them. */
const byPlace = ({ cache }: OpenedCache): string[] =>
  cache.db.prepare<[]>('SELECT id FROM messages ORDER BY place').pluck().all() as string[];

describe('places', () => {
  it('follow the time of writing, whatever the order of arrival', () => {
    const opened = testCache();
    const seconds = [5, 3, 9, 1, 7];
    for (const at of seconds) {
      opened.cache.rows.apply(scope, messageRow(anId(at), at, { createdAt: START + at * 1_000 }));
    }
    expect(byPlace(opened)).toEqual(seconds.toSorted((a, b) => a - b).map(anId));
  });

  it('are free of collisions, and near their time, for a burst that has one time', () => {
    const opened = testCache();
    const later = anId(0xffff);
    opened.cache.transaction(() => {
      opened.cache.rows.apply(scope, messageRow(later, 999, { createdAt: START + 10_000 }));
      for (let i = 0; i < 400; i++) {
        const of = i % 2 === 0 ? scope : other;
        opened.cache.rows.apply(of, messageRow(anId(i), i + 1, { createdAt: START }));
      }
    });
    expect(new Set(byPlace(opened)).size).toBe(401);
    expect(byPlace(opened).at(-1)).toBe(later);
  });

  it('stay exact for a time far in the future that an importer brought', () => {
    const opened = testCache();
    const createdAt = Number.MAX_SAFE_INTEGER;
    for (const n of [1, 2]) {
      opened.cache.rows.apply(scope, messageRow(anId(n * 0x1000), n, { createdAt }));
      opened.cache.rows.apply(
        scope,
        messageRow(anId(n * 0x1000), n + 10, { createdAt, text: 'edited' }),
      );
    }
    expect([...opened.index.texts.values()]).toEqual(['edited', 'edited']);
  });
});

describe('get', () => {
  it('finds a message only in its own scope, and no row of a scope that is not kept', () => {
    const { cache } = testCache();
    cache.rows.apply(scope, messageRow(anId(9), 5));
    expect(cache.rows.get(scope, 'message', anId(9))?.position).toBe(5);
    expect(cache.rows.get(other, 'message', anId(9))).toBeUndefined();
    expect(cache.rows.get(other, 'member', people.ayu)).toBeUndefined();
    expect(cache.scopes.knownId(other)).toBeUndefined();
  });
});

describe('purge', () => {
  it('S11: leaves nothing of the scope in any table, and nothing else is touched', () => {
    const { cache, index } = testCache();
    const { db, rows, scopes } = cache;
    for (const [at, of] of [scope, other].entries()) {
      const base = anId(0x10 * (at + 1));
      rows.apply(of, messageRow(base, 10));
      rows.apply(of, reactionRow(base, 11));
      rows.apply(of, tombstone('reaction', `${base}/x/y`, 12));
      scopes.cover(of, 5, 12);
      scopes.addIsland(of, 2, 3);
      scopes.heard(of, 12, 1);
    }
    const mine = userScope(people.ayu);
    rows.apply(mine, { kind: 'marker', id: 'm', version: 1, epoch: 0, position: 1, ordinal: 1 });

    const id = scopes.knownId(scope)!;
    cache.transaction(() => rows.purge(scope));
    for (const table of ['messages', 'rows', 'holes', 'islands']) {
      const left = db.prepare<[number]>(`SELECT count(*) FROM ${table} WHERE scope_id = ?`).pluck();
      expect([table, left.get(id)]).toEqual([table, 0]);
    }
    expect(scopes.find(scope)).toBeUndefined();
    expect([...index.texts.values()]).toEqual(['message 10']);
    expect(rows.message(anId(0x10))).toBeUndefined();
    expect(rows.message(anId(0x20))).toBeDefined();
    expect(rows.list(other, 'reaction')).toHaveLength(1);
    expect(rows.list(mine, 'marker')).toHaveLength(1);
  });

  it('S11: what comes after it begins anew', () => {
    const { cache } = testCache();
    cache.rows.apply(scope, messageRow(anId(9), 5));
    cache.rows.apply(scope, tombstone('message', anId(8), 6));
    cache.rows.purge(scope);
    expect(cache.rows.apply(scope, messageRow(anId(9), 5))).toBe(true);
    expect(cache.rows.apply(scope, messageRow(anId(8), 4))).toBe(true);
  });
});
