import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, DeviceId, MessageId, UserId } from '../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../../shared/domain/scope.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { anything } from '../../shared/search/wanted.ts';
import { copyStore, CopyDiffers } from './copy.ts';
import { openStore, openTransfer, placeOf, type Place } from './open.ts';
import { StoreUnavailable, type Store } from './port.ts';
import { openDatabase } from './sqlite/database.ts';
import { immediateClock } from './testing/immediate-clock.ts';
import { startCluster, whyNoCluster, type PostgresCluster } from './testing/postgres-cluster.ts';
import { pictured } from './testing/page-picture.ts';
import { foundCompany, Traffic, type Company } from './testing/traffic.ts';
import { StoreNotEmpty, tables, type Batch, type Transferable } from './transfer.ts';

const missing = whyNoCluster();
/** Tables that are made from others, or that are the engine's own. */
const derived = ['directory', 'migrations', 'search', 'search_mark', 'searched'];

describe.skipIf(missing !== undefined)(`Postgres and SQLite: ${missing ?? 'copying'}`, () => {
  let cluster: PostgresCluster;
  let folder: string;
  let opened: { close(): Promise<void> }[];
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'balai-copy-'));
    opened = [];
  });
  afterEach(async () => {
    for (const one of opened) await one.close();
    rmSync(folder, { recursive: true });
  });

  let made = 0;
  const postgres = async (): Promise<Place> => placeOf(await cluster.database());
  const sqlite = async (): Promise<Place> => placeOf(`sqlite:${join(folder, `${++made}.db`)}`);
  const store = async (place: Place): Promise<Store> => {
    const one = await openStore(place, { clock: immediateClock, random: () => 0.5 });
    opened.push(one);
    return one;
  };
  const whole = async (place: Place, must: 'exist' | 'begin' = 'begin'): Promise<Transferable> => {
    const one = await openTransfer(place, must);
    opened.push(one);
    return one;
  };
  const copy = async (from: Place, to: Place) => copyStore(await whole(from), await whole(to));

  async function dumped(place: Place): Promise<Record<string, unknown[]>> {
    const all: Record<string, unknown[]> = Object.fromEntries(tables.map((table) => [table, []]));
    for await (const { table, records } of (await whole(place)).dump())
      all[table]!.push(...records);
    return all;
  }

  interface Filled {
    readonly company: Company;
    readonly traffic: Traffic;
  }

  /** A workspace with something of everything. */
  async function fill(place: Place): Promise<Filled> {
    const one = await store(place);
    const company = await foundCompany(one);
    const traffic = new Traffic(one, company, new SeededRandom(5));
    await traffic.run(40);
    const [channelId] = company.channels as [ChannelId];
    const linked = traffic.office.send(company.people[0]!, channelId, 'https://a.id');
    const messageId = linked.op as string as MessageId;
    const { commands } = pictured(traffic.office, channelId, messageId);
    expect((await traffic.office.commit(linked, ...commands)).outcomes).toMatchObject(
      Array.from({ length: 3 }, () => ({ ok: true })),
    );
    const [userId, other] = company.people.map((person) => person.userId) as [UserId, UserId];
    const { accounts } = one;
    await accounts.addAccount({ userId, name: 'ayu', passwordHash: '$argon2id$x' });
    await accounts.addAccount({ userId: other, name: 'bagas', passwordHash: null });
    for (const [n, previousHash] of [null, 'before'].entries()) {
      await accounts.addSession({
        ...{ id: `s${n}`, userId, deviceId: `d${n}` as DeviceId, deviceName: 'désk "1"\\' },
        ...{ refreshHash: `r${n}`, previousHash, createdAt: 1_000, seenAt: 2_000 },
        endedAt: n === 0 ? null : 3_000,
      });
    }
    await accounts.addInvite({ codeHash: 'c1', userId, expiresAt: 9, usedAt: null });
    await accounts.useInvite('c1', 5);
    await accounts.addInvite({ codeHash: 'c2', userId, expiresAt: 9, usedAt: null });
    await accounts.setSetting('key', 'a "secret"\nof two lines');
    return { company, traffic };
  }

  it.each([
    ['SQLite', 'Postgres', sqlite, postgres],
    ['Postgres', 'SQLite', postgres, sqlite],
    ['Postgres', 'Postgres', postgres, postgres],
    ['SQLite', 'SQLite', sqlite, sqlite],
  ] as const)('carries all of it from %s to %s', async (_from, _to, makeFrom, makeTo) => {
    const [from, to] = [await makeFrom(), await makeTo()];
    await fill(from);
    const copied = await copy(from, to);
    const before = await dumped(from);
    expect(await dumped(to)).toEqual(before);
    for (const table of tables) {
      expect(before[table]!.length, table).toBeGreaterThan(0);
      expect(copied[table], table).toBe(before[table]!.length);
    }
  });

  it.each([
    ['Postgres', sqlite, postgres],
    ['SQLite', postgres, sqlite],
  ] as const)('finds words in the copy on %s', async (_to, makeFrom, makeTo) => {
    const [from, to] = [await makeFrom(), await makeTo()];
    // A relay that was tried on the empty place has looked for words already.
    const tried = await openStore(to, { clock: immediateClock, random: () => 0.5 });
    while (await tried.indexWords());
    await tried.close();
    const { company } = await fill(from);
    await copy(from, to);
    const question = {
      ...{ wanted: anything, asker: company.people[0]!.userId, readable: company.channels },
      ...{ after: null, limit: 500 },
    };
    const [before, after] = [await store(from), await store(to)];
    // Within one moment each engine has an order of its own.
    const byId = async (one: Store) =>
      (await one.search(question)).rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const rows = await byId(after);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual(await byId(before));
  });

  it('S1, S2: the copy goes on where the original stood', async () => {
    const [from, to] = [await sqlite(), await postgres()];
    const { company, traffic } = await fill(from);
    await copy(from, to);
    const [before, after] = [await store(from), await store(to)];
    const outcomes = traffic.results.flatMap((result) => result.outcomes);
    expect((await after.commit(traffic.sent, 0)).outcomes).toEqual(outcomes);
    for (const scope of [
      ...[orgScope, userScope(company.people[1]!.userId)],
      ...company.channels.map(channelScope),
    ]) {
      const page = await after.pull(scope, 0, null, 10_000, 1e9);
      expect(page).toEqual(await before.pull(scope, 0, null, 10_000, 1e9));
      const place = { scope, rootId: null, direction: 'around', position: 30, limit: 9 } as const;
      expect(await before.history(place)).toMatchObject(await after.history(place));
    }
    expect(await after.findPeople('a', '', 10)).toEqual(await before.findPeople('a', '', 10));
    expect(await after.findChannels('', '', 30)).toEqual(await before.findChannels('', '', 30));
    expect(await after.moved()).toEqual([]);
    const [ayu] = company.people;
    const send = traffic.office.send(ayu!, company.channels[0]!, 'in the new place');
    const { head } = (await after.heads([channelScope(company.channels[0]!)]))[0]!;
    expect((await after.commit([send], 0)).changes).toMatchObject([{ from: head }]);
  });

  it.each([
    ['Postgres', postgres],
    ['SQLite', sqlite],
  ] as const)('refuses a target on %s that holds anything', async (_engine, make) => {
    const [from, to] = [await sqlite(), await make()];
    await fill(from);
    await (await store(to)).accounts.setSetting('key', 'value');
    const before = await dumped(to);
    await expect(copy(from, to)).rejects.toThrow(StoreNotEmpty);
    expect(await dumped(to)).toEqual(before);
  });

  it.each([
    ['Postgres', postgres],
    ['SQLite', sqlite],
  ] as const)('leaves %s empty where something arrives otherwise', async (_engine, make) => {
    const [from, to] = [await sqlite(), await make()];
    await fill(from);
    const target = await whole(to);
    /** Changes one batch on its way. */
    const through = (change: (batch: Batch) => Batch): Pick<Transferable, 'load'> => ({
      load: (run) =>
        target.load((loading) =>
          run({ dump: () => loading.dump(), put: (batch) => loading.put(change(batch)) }),
        ),
    });
    const lossy = through((batch) =>
      batch.table === 'rows' ? { ...batch, records: batch.records.slice(1) } : batch,
    );
    const garbling = through((batch) =>
      batch.table === 'ops'
        ? { ...batch, records: batch.records.map((op) => ({ ...op, outcome: '{}' })) }
        : batch,
    );
    const source = await whole(from);
    await expect(copyStore(source, lossy)).rejects.toThrow(/rows .* arrived/);
    await expect(copyStore(source, garbling)).rejects.toThrow(CopyDiffers);
    expect(Object.values(await dumped(to)).flat()).toEqual([]);
    // And it can be used then.
    await copyStore(source, target);
    expect(await dumped(to)).toEqual(await dumped(from));
  });

  it('carries every table that an engine has, or makes it anew', async () => {
    const [lite, big] = [await sqlite(), await cluster.database()];
    await store(lite);
    await store(placeOf(big));
    const db = openDatabase((lite as { file: string }).file);
    const known = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
    db.close();
    const carried = [...tables, ...derived].toSorted();
    for (const name of known) expect(carried).toContain(name);
    const client = new pg.Client({ connectionString: big });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'balai'`,
    );
    await client.end();
    expect(rows.map(({ name }) => name).toSorted()).toEqual(carried);
  });

  it('says that there is nothing to copy', async () => {
    await expect(openTransfer(await sqlite(), 'exist')).rejects.toThrow(StoreUnavailable);
    const nowhere = placeOf((await cluster.database()).replace(/balai_\d+/, 'nowhere'));
    await expect(openTransfer(nowhere, 'exist')).rejects.toThrow(StoreUnavailable);
  });
});
