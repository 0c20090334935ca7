import type { Workspace } from '../main/core/workspace.ts';
import type { Row } from '../shared/domain/registry.ts';
import type { Tombstone } from '../shared/domain/row.ts';
import type { Scope } from '../shared/domain/scope.ts';
import type { GroupResult, Store } from '../server/store/port.ts';
import Database from 'better-sqlite3';
import type { Db } from '../server/store/sqlite/database.ts';
import { storeOn } from '../server/store/sqlite/open.ts';
import type { OwnClock } from './timeline.ts';

interface PlantedStore {
  readonly store: Store;
  readonly db: Db;
  readonly clock: OwnClock;
  /** Tells a group to those who hear of it. */
  readonly early: (result: GroupResult) => void;
}

interface PlantedDesk {
  readonly workspace: Workspace;
  readonly clock: OwnClock;
}

/**
 * A mistake that is put into the composition of a run, to see that it is found. The product has no
 * switch for any of these: they take the place of a part, as a test's own part does.
 */
export interface Plant {
  readonly name: string;
  /** How what it breaks is told. */
  readonly shows: RegExp;
  readonly store?: (parts: PlantedStore) => Store;
  readonly desk?: (parts: PlantedDesk) => void;
}

/** What a group would give, in a copy of the store that is thrown away. */
async function foretell(db: Db, group: Parameters<Store['commit']>[0], now: number) {
  const image = db.serialize();
  // By the file format: a copy in memory has no write-ahead log (bytes 18 and 19).
  image.fill(1, 18, 20);
  const copy = new Database(image);
  const result = await storeOn(copy, () => undefined).commit(group, now);
  copy.close();
  return result;
}

/** Between telling and doing, ms: a kill may come. */
const GAP_MS = 400;

export const plants: readonly Plant[] = [
  {
    name: 'S1: the relay forgets which commands it has carried out',
    shows: /^S1: /,
    store: ({ store, db }) => ({
      ...store,
      commit: async (group, now) => {
        const forget = db.prepare('DELETE FROM ops WHERE op = ?');
        for (const { op } of group) forget.run(op);
        return store.commit(group, now);
      },
    }),
  },
  {
    name: 'S4: the cursor moves before the rows are kept',
    shows: /^(S3|S5|badge): /,
    desk({ workspace: { cache }, clock }) {
      const keep = cache.rows.apply.bind(cache.rows);
      cache.rows.apply = (scope: Scope, row: Row | Tombstone) => {
        if (row.kind !== 'message') return keep(scope, row);
        clock.after(GAP_MS, () => {
          if (cache.scopes.knownId(scope) === undefined) return;
          cache.transaction(() => void keep(scope, row));
        });
        return true;
      };
    },
  },
  {
    name: 'S11: a device ignores that it must purge',
    // Its commands in that channel wait for rows that do not come any more.
    shows: /^(S11: |does not come to rest: .* acked)/,
    desk({ workspace: { cache } }) {
      cache.rows.purge = () => undefined;
    },
  },
  {
    name: 'S13: a node announces a group before its commit',
    shows: /^(S\d+: |does not come to rest)/,
    store: ({ store, db, clock, early }) => ({
      ...store,
      commit: async (group, now) => {
        early(await foretell(db, group, now));
        await clock.wait(GAP_MS);
        return store.commit(group, now);
      },
    }),
  },
  {
    name: 'S10: a node acknowledges before its commit',
    shows: /^(S(1|3|7|8|10): |does not come to rest)/,
    store: ({ store, db, clock }) => ({
      ...store,
      commit: async (group, now) => {
        const told = await foretell(db, group, now);
        clock.after(GAP_MS, () => void store.commit(group, now));
        return told;
      },
    }),
  },
  {
    name: 'S6: a device takes a part of a range for all of it',
    shows: /^S3: /,
    desk({ workspace: { cache } }) {
      const cover = cache.scopes.cover.bind(cache.scopes);
      cache.scopes.cover = (name, from, to) =>
        cover(name, Math.min(from, cache.scopes.find(name)?.cursor ?? 0), to);
    },
  },
  {
    name: 'S6: islands are not forgotten when their hole is filled',
    shows: /^S6: .* island/,
    desk({ workspace: { cache } }) {
      const cover = cache.scopes.cover.bind(cache.scopes);
      cache.scopes.cover = (name, from, to) => {
        const id = cache.scopes.id(name);
        const before = cache.scopes.islands(id);
        cover(name, from, to);
        const add = cache.db.prepare(
          'INSERT OR REPLACE INTO islands (scope_id, low, high) VALUES (?, ?, ?)',
        );
        for (const { low, high } of before) add.run(id, low, high);
      };
    },
  },
  {
    name: 'S7: the outbox sends the newest first',
    shows: /^S7: .* in one lane/,
    desk({ workspace: { cache } }) {
      const unsent = cache.outbox.unsent.bind(cache.outbox);
      cache.outbox.unsent = (most) => unsent(most).reverse();
    },
  },
  {
    name: 'S2: a page says that it is whole before it was read to its end',
    shows: /^S3: /,
    store: ({ store }) => ({
      ...store,
      pull: async (...range) => {
        const page = await store.pull(...range);
        return page.rows.length > 2 ? { ...page, rows: page.rows.slice(0, -1) } : page;
      },
    }),
  },
  {
    name: 'search: what is deleted stays in the index',
    shows: /^S11: .* index/,
    desk({ workspace: { cache } }) {
      const { db } = cache;
      cache.rows.purge = (scope) => {
        const id = cache.scopes.knownId(scope);
        for (const table of ['messages', 'rows']) {
          db.prepare(`DELETE FROM ${table} WHERE scope_id = ?`).run(id ?? -1);
        }
        cache.scopes.remove(scope);
      };
    },
  },
];
