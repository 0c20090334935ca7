import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cache } from '../../main/core/cache/cache.ts';
import { openCache } from '../../main/core/cache/open.ts';
import { LiveTopics } from '../../main/core/live/topics.ts';
import { FtsIndex } from '../../main/core/search/index.ts';
import { parseQuery } from '../../main/core/search/query.ts';
import { applyRows } from '../../main/core/sync/apply.ts';
import type { Requests } from '../../main/core/sync/requests.ts';
import { KEY } from '../../main/core/testing/cache.ts';
import { TestViews } from '../../main/core/testing/views.ts';
import { Search } from '../../main/core/views/search.ts';
import { wantedBy } from '../../server/gateway/handlers/search.ts';
import { hitsText } from '../../server/gateway/frames.ts';
import { Office } from '../../server/store/contract/office.ts';
import { openStore, placeOf, type Place } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';
import { immediateClock } from '../../server/store/testing/immediate-clock.ts';
import { startCluster, whyNoCluster } from '../../server/store/testing/postgres-cluster.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelOf } from '../../shared/domain/scope.ts';
import { downFrame, type Down } from '../../shared/protocol/down.ts';
import { upFrame, type Up } from '../../shared/protocol/up.ts';
import type { WireRow } from '../../shared/protocol/wire-row.ts';
import { anything, type Wanted } from '../../shared/search/wanted.ts';
import { fillSearched } from './searched-office.ts';

/**
 * Each must find something, and not everything, of what `fillSearched` writes. All that a question
 * can ask for is asked for in one of them, and kept out in one.
 */
const questions = [
  'stok',
  '"stok truk"',
  'stok -truk',
  'truk from:budi',
  'stok -from:budi',
  'in:gudang',
  '-in:gudang stok',
  'stok before:today',
  'truk on:today',
  'has:link',
  '-has:link stok',
  'has:file',
  '-has:file stok',
  'has:poll',
  '-has:poll makan',
  'has:pin',
  'has:pin stok',
  '-has:pin stok',
  'has:task',
  'has:task truk',
  '-has:task stok',
  'has:pin has:task',
  'has:pin -has:task',
  'is:thread',
  'is:thread truk',
  '-is:thread truk',
  'is:thread -from:ayu',
  'is:saved',
  'is:saved stok',
  '-is:saved stok',
  'is:saved has:pin',
  'is:saved -in:gudang',
  'is:unread',
  'is:unread stok',
  'is:unread in:gudang',
  'is:unread is:thread',
  '-is:unread stok',
  'is:unread -has:pin',
  'is:unread to:ayu',
  'to:ayu',
  'to:ayu stok',
  'to:budi',
  '-to:ayu stok',
  'to:budi to:ayu from:citra',
  'to:citra -to:budi',
  'in:@budi',
  'has:pin to:citra',
];

it('asks for all that a message can be searched by', () => {
  const someone = { person: (name: string) => [name], channel: (name: string) => [name] };
  const parsed = questions.map((query) => parseQuery(query, someone, 0));
  for (const [field, unasked] of Object.entries(anything)) {
    const values = parsed.map((query) => query[field as keyof Wanted]);
    expect(
      values.some((value) => !isDeepStrictEqual(value, unasked)),
      field,
    ).toBe(true);
    const isMark = values.some((value) => value === true);
    expect(!isMark || values.some((value) => value === false), `-${field}`).toBe(true);
  }
});

const missing = whyNoCluster();
describe.each([
  ['SQLite', undefined],
  ['Postgres', missing],
] as const)('%s and the cache', (engine, whyNot) => {
  describe.skipIf(whyNot !== undefined)(`find the same: ${whyNot ?? 'all that is asked'}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'balai-alike-'));
    const ends: (() => Promise<void> | void)[] = [
      () => rmSync(folder, { recursive: true, force: true }),
    ];
    let search: Search;
    let limit = 30;
    let office: Office;
    beforeAll(async () => {
      const cluster = engine === 'Postgres' ? await startCluster({ fsync: false }) : undefined;
      if (cluster !== undefined) ends.push(() => cluster.stop());
      const place: Place =
        cluster === undefined
          ? { engine: 'sqlite', file: join(folder, 'relay.db') }
          : placeOf(await cluster.database());
      const store = await openStore(place, { clock: immediateClock, random: () => 0.5 });
      ends.push(() => store.close());
      office = new Office(store);
      const ayu = await fillSearched(office);
      const cache = await cacheOf(store, ayu);
      ends.push(() => cache.close());
      search = cache.search;
    });
    afterAll(async () => {
      for (const end of ends.toReversed()) await end();
    });

    /** A client that holds all that the person may read, and asks this store for the same. */
    async function cacheOf(store: Store, { userId }: Actor) {
      const { clock } = office;
      const db = openCache(join(folder, 'cache.db'), KEY);
      const index = new FtsIndex(db, clock);
      const cache = new Cache(db, userId, index, new LiveTopics(clock));
      const scopes = await store.scopesOf(userId);
      for (const scope of scopes) {
        const { rows } = await office.pull(scope);
        const wire = rows.map(({ json }) => JSON.parse(json) as WireRow);
        cache.transaction(() => applyRows(cache, scope, wire));
      }
      while (index.work());
      const ask = async (_t: 'search', question: Omit<Up<'search'>, 't' | 'id'>) => {
        const frame = upFrame.parse({ ...question, t: 'search', id: 1 }) as Up<'search'>;
        const readable = (await store.scopesOf(userId)).flatMap((scope) => channelOf(scope) ?? []);
        const { after } = frame;
        const asked = { wanted: wantedBy(frame), asker: userId, readable, after, limit };
        const text = hitsText(1, await store.search(asked));
        return { ok: true, frame: downFrame.parse(JSON.parse(text)) as Down<'hits'> };
      };
      const views = new TestViews(cache, clock);
      return {
        search: new Search({
          ...{ cache, index, people: views.people, channels: views.channels },
          ...{ views: views.messageViews, requests: { ask } as unknown as Requests },
          ...{ live: () => true, complete: () => false, now: clock.now },
        }),
        close: () => cache.close(),
      };
    }

    const asked = (query: string, after: string | null) => ({
      ...{ query, channelId: null, after, limit },
    });
    async function everyPage(query: string, where: 'here' | 'relay'): Promise<string[]> {
      const texts: string[] = [];
      let after: string | null = null;
      do {
        const page: { hits: { message: { text: string } }[]; next: string | null } =
          where === 'here'
            ? search.run(asked(query, after))
            : await search.onRelay(asked(query, after));
        texts.push(...page.hits.map(({ message }) => message.text));
        after = page.next;
      } while (after !== null);
      return texts;
    }

    it.each(questions)('%s', async (query) => {
      limit = 30;
      const here = await everyPage(query, 'here');
      expect(here.length).toBeGreaterThan(0);
      expect(here.length).toBeLessThan(29);
      expect(await everyPage(query, 'relay')).toEqual(here);
      limit = 2;
      expect(await everyPage(query, 'relay')).toEqual(here);
    });

    it('what is in a channel that the person is not in is on neither side', async () => {
      limit = 30;
      for (const query of ['rahasia', 'has:pin rahasia', 'is:saved rahasia', 'to:ayu rahasia']) {
        expect(await everyPage(query, 'relay')).toEqual([]);
        expect(await everyPage(query, 'here')).toEqual([]);
      }
    });
  });
});
