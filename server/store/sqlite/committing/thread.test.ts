import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { channelScope } from '../../../../shared/domain/scope.ts';
import { commandRules } from '../../contract/command-rules.ts';
import { Office } from '../../contract/office.ts';
import { StoreUnavailable, type Store, type Submitted } from '../../port.ts';
import { openDatabase, type Db } from '../database.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { openSqliteStore, storeOn } from '../open.ts';
import { CommitThread } from './thread.ts';

let folder: string;
let file: string;
let thread: CommitThread;
let db: Db;
let store: Store;
let others: Store[];
let faults: { error: unknown; command: Submitted }[];

/** Every group that it can take goes to the thread. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-committing-'));
  file = join(folder, 'relay.db');
  faults = [];
  others = [];
  const fault = (error: unknown, command: Submitted) => void faults.push({ error, command });
  db = openDatabase(file);
  migrate(db, migrations);
  thread = new CommitThread({ file, fault, from: 1, busyMs: 1 });
  await thread.start();
  store = storeOn(db, fault, thread);
});
afterEach(async () => {
  for (const one of [store, ...others]) await one.close();
  rmSync(folder, { recursive: true });
});

const again = async (): Promise<Store> => {
  const other = await openSqliteStore({ file });
  others.push(other);
  return other;
};

describe('commands keep to the same rules in a thread of their own', () => {
  commandRules({
    it,
    office: () => new Office(store),
    opened: () => ({ store, again, faults, end: async () => undefined }),
  });
});

it('takes what it knows from its number on, and leaves the rest to the other thread', async () => {
  const o = new Office(store);
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const send = (): Submitted => o.send(ayu, channelId, 'a');
  expect(store.commitsBeside!([send()])).toBe(true);
  expect(store.commitsBeside!([])).toBe(false);
  const unknown = o.command(ayu, 'message.send', { channelId } as never);
  expect(store.commitsBeside!([send(), unknown])).toBe(false);
  const { outcomes } = await o.commit(send(), unknown);
  expect(outcomes).toMatchObject([{ ok: true }, { ok: false, refusal: { code: 'invalid' } }]);
});

it('comes with the first large group, which does not wait for it', async () => {
  const serving = await openSqliteStore({ file, serves: true });
  others.push(serving);
  const o = new Office(serving);
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const large = (): Submitted[] =>
    Array.from({ length: 16 }, (_, n) => o.send(ayu, channelId, `${n}`));
  expect(serving.commitsBeside!(large())).toBe(false);
  expect((await o.commit(...large())).outcomes.every(({ ok }) => ok)).toBe(true);
  while (!serving.commitsBeside!(large())) await new Promise((resolve) => setImmediate(resolve));
  expect(serving.commitsBeside!(large().slice(1))).toBe(false);
  expect((await o.commit(...large())).outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await o.texts(channelId)).toHaveLength(32);
});

it('both threads write in turn, each on top of the other', async () => {
  const o = new Office(store);
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const texts: string[] = [];
  for (let n = 0; n < 20; n++) {
    texts.push(`${n}`);
    await o.commit(o.send(ayu, channelId, `${n}`));
    // A person is made by a command that only the tests know: by this thread.
    await o.person(`Person ${n}`);
    await o.run(o.command(ayu, 'channel.update', { channelId, topic: `${n}` } as never));
  }
  expect(await o.texts(channelId)).toEqual(texts);
  const { rows } = await o.pull(channelScope(channelId));
  expect(new Set(rows.map(({ version }) => version)).size).toBe(rows.length);
});

it('S13: what it moved is no news to this process', async () => {
  const o = new Office(store);
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  await o.run(o.send(ayu, channelId, 'a'));
  expect(await store.moved()).toEqual([]);
  const other = new Office(await again(), 7);
  await other.run(other.send(ayu, channelId, 'b'));
  expect((await store.moved()).map(({ scope }) => scope)).toEqual([channelScope(channelId)]);
});

it('S10: a database that does not take it is unavailable, and takes it later', async () => {
  const o = new Office(store);
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const send = o.send(ayu, channelId, 'a');
  const held = new Database(file);
  held.exec('BEGIN IMMEDIATE');
  await expect(thread.commit([send], 0)).rejects.toThrow(StoreUnavailable);
  held.exec('ROLLBACK');
  held.close();
  expect(await o.run(send)).toMatchObject({ ok: true });
});

it('S7: carries out nothing that was handed over behind a group that failed', async () => {
  const o = new Office(store);
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const send = (text: string): Submitted => o.send(ayu, channelId, text);
  const held = new Database(file);
  held.exec('BEGIN IMMEDIATE');
  await expect(thread.commit([send('a')], 0)).rejects.toThrow(StoreUnavailable);
  held.exec('ROLLBACK');
  held.close();
  await expect(thread.commit([send('b')], 0, true)).rejects.toThrow(StoreUnavailable);
  await expect(thread.commit([send('c')], 0, true)).rejects.toThrow(StoreUnavailable);
  await Promise.all([thread.commit([send('d')], 0), thread.commit([send('e')], 0, true)]);
  expect(await o.texts(channelId)).toEqual(['d', 'e']);
});

it('takes a group behind another only while it has one', async () => {
  const o = new Office(store);
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const send = o.send(ayu, channelId, 'a');
  expect(store.commitsBehind!([send])).toBe(false);
  const committed = store.commit([send], 0);
  expect(store.commitsBehind!([o.send(ayu, channelId, 'b')])).toBe(true);
  await committed;
  expect(store.commitsBehind!([send])).toBe(false);
});
