import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orgScope } from '../../../shared/domain/scope.ts';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { Office } from '../contract/office.ts';
import { NewerDatabase } from '../newer-database.ts';
import { StoreUnavailable, type Store } from '../port.ts';
import { immediateClock } from '../testing/immediate-clock.ts';
import { startCluster, whyNoCluster, type PostgresCluster } from '../testing/postgres-cluster.ts';
import { Database } from './database.ts';
import { WrongEncoding } from './migrate.ts';
import { migrations } from './migrations.ts';
import { openPostgresStore } from './open.ts';

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'opening'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  const open = (url: string): Promise<Store> =>
    openPostgresStore({ url, clock: immediateClock, random: () => 0.5, connections: 2 });

  /** Runs SQL in the database behind the URL. */
  async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('of several nodes that start at once one migrates, and all have the schema', async () => {
    const url = await cluster.database();
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(url)));
    const done = await run(url, 'SELECT number, name FROM balai.migrations ORDER BY number');
    expect(done).toEqual(migrations.map(({ name }, index) => ({ number: index + 1, name })));
    for (const store of stores) {
      expect(await store.heads([orgScope])).toEqual([{ scope: orgScope, head: 0, count: 0 }]);
      await store.close();
    }
  });

  it('leaves a database alone that a newer relay has used', async () => {
    const url = await cluster.database();
    await (await open(url)).close();
    await run(url, `INSERT INTO balai.migrations (number, name) VALUES (1000, 'of a later year')`);
    await expect(open(url)).rejects.toThrow(NewerDatabase);
  });

  it('refuses a database that cannot keep every text', async () => {
    await cluster.query(
      `CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
    );
    const url = (await cluster.database()).replace(/balai_\d+/, 'latin');
    await expect(open(url)).rejects.toThrow(WrongEncoding);
  });

  it('uses a schema that was made for an account with few rights', async () => {
    const url = await cluster.database();
    await cluster.query('CREATE ROLE clerk LOGIN');
    await run(url, 'CREATE SCHEMA balai AUTHORIZATION clerk');
    const store = await open(url.replace('balai@', 'clerk@'));
    await new Office(store).person('Ayu');
    expect(await store.findPeople('ayu', '', 10)).toHaveLength(1);
    await store.close();
  });

  it('says that there is no database, no server, or no such account', async () => {
    const url = await cluster.database();
    const nowhere = [
      url.replace(/balai_\d+/, 'nowhere'),
      url.replace('host=', 'host=/nowhere'),
      url.replace('balai@', 'stranger@'),
      'postgres://balai@127.0.0.1:1/balai',
    ];
    for (const one of nowhere) await expect(open(one)).rejects.toThrow(StoreUnavailable);
  });

  it('says that it was closed to whoever comes later', async () => {
    const store = await open(await cluster.database());
    await store.close();
    await expect(store.heads([orgScope])).rejects.toThrow(StoreUnavailable);
    await expect(store.accounts.setting('key')).rejects.toThrow(StoreUnavailable);
  });

  it('S10: commits on disk, also where the server is set up not to', async () => {
    const url = await cluster.database();
    const name = /balai_\d+/.exec(url)![0];
    await cluster.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    expect(await durability(url)).toBe('on');
    // A stricter choice than ours stays.
    await cluster.query(`ALTER DATABASE ${name} SET synchronous_commit = remote_apply`);
    expect(await durability(url)).toBe('remote_apply');
  });

  async function durability(url: string): Promise<string | undefined> {
    const db = new Database(url, 1);
    const setting = { text: `SELECT current_setting('synchronous_commit')` };
    const [found] = await db.read<[string]>(setting);
    await db.close();
    return found?.[0];
  }

  it('sends arrays whose texts come back as they were', async () => {
    const texts = [
      '',
      ' ',
      'null',
      'NULL',
      'a,b',
      '{}',
      '{"a"}',
      '"',
      '\\',
      '\\"',
      "'",
      'a\nb',
      'é',
      '👍',
    ];
    const random = new SeededRandom(1);
    for (let n = 0; n < 200; n++) {
      const length = random.int(6);
      texts.push(Array.from({ length }, () => random.pick([...'{}",\\ \'\n\tnulNUL👍x'])).join(''));
    }
    const db = new Database(await cluster.database(), 1);
    const given = {
      text: 'SELECT text FROM unnest($1::text[]) WITH ORDINALITY AS given (text, place) ORDER BY place',
    };
    const found = await db.read<[string | null]>(given, [[...texts, null]]);
    expect(found.map(([text]) => text)).toEqual([...texts, null]);
    const mixed = { text: 'SELECT * FROM unnest($1::bigint[], $2::boolean[])' };
    const numbers = [0, -1, Number.MAX_SAFE_INTEGER];
    expect(await db.read(mixed, [numbers, [true, false, null]])).toEqual(
      numbers.map((number, index) => [number, [true, false, null][index]]),
    );
    await db.close();
  });

  it('finds again who is called by a text that Postgres does not keep', async () => {
    const url = await cluster.database();
    const store = await open(url);
    const office = new Office(store);
    const { userId } = await office.person('Ay\0u');
    const [found] = await store.findPeople('ay', '', 10);
    expect(JSON.parse(found!.json)).toMatchObject({ id: userId, displayName: 'Ay\0u' });
    await store.close();
  });
});
