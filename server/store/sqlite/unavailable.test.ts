import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { channelScope } from '../../../shared/domain/scope.ts';
import { Office } from '../contract/office.ts';
import { StoreUnavailable } from '../port.ts';
import { openDatabase } from './database.ts';
import { migrate, NewerDatabase } from './migrate.ts';
import { migrations } from './migrations.ts';
import { openSqliteStore, storeOn } from './open.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-sqlite-'));
  file = join(folder, 'relay.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('S10: a full disk changes nothing, and the same commands succeed when there is room', async () => {
  const db = openDatabase(file);
  const o = new Office(storeOn(db, () => {}));
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const head = await o.head(channelScope(channelId));
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages}`);
  const sends = Array.from({ length: 20 }, (_, n) => o.send(ayu, channelId, `${n}`.repeat(2_000)));
  await expect(o.commit(...sends)).rejects.toThrow(StoreUnavailable);
  expect(await o.head(channelScope(channelId))).toBe(head);
  expect(await o.texts(channelId)).toEqual([]);

  db.pragma('max_page_count = 1000000');
  const { outcomes } = await o.commit(...sends);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(await o.head(channelScope(channelId))).toBe(head + 20);
  await o.store.close();
});

it('a database that is held or closed is unavailable, not a mistake', async () => {
  const db = openDatabase(file);
  db.pragma('busy_timeout = 1');
  const o = new Office(storeOn(db, () => {}));
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  await expect(o.person('Ayu')).rejects.toThrow(StoreUnavailable);
  other.exec('ROLLBACK');
  await o.person('Ayu');
  other.close();
  await o.store.close();
  await expect(o.store.heads(['org'])).rejects.toThrow(StoreUnavailable);
});

it('says what it is where the file is none of ours', async () => {
  writeFileSync(file, 'this is no database'.repeat(1_000));
  await expect(openSqliteStore({ file })).rejects.toThrow(StoreUnavailable);
  const nowhere = join(folder, 'nowhere', 'relay.db');
  await expect(openSqliteStore({ file: nowhere })).rejects.toThrow('directory');
});

it('refuses the database of a newer relay, and leaves it as it is', async () => {
  const store = await openSqliteStore({ file });
  await store.close();
  const newer = new Database(file);
  newer.pragma(`user_version = ${migrations.length + 1}`);
  newer.close();
  await expect(openSqliteStore({ file })).rejects.toThrow(NewerDatabase);
  await expect(openSqliteStore({ file })).rejects.toThrow(/newer version/);
});

it('brings an older database up to date, each step once', () => {
  const db = openDatabase(file);
  const steps = [
    { name: 'one', sql: 'CREATE TABLE one (a)' },
    { name: 'two', sql: 'CREATE TABLE two (a); INSERT INTO two VALUES (1)' },
  ];
  migrate(db, steps.slice(0, 1));
  migrate(db, steps);
  migrate(db, steps);
  expect(db.prepare('SELECT count(*) FROM two').pluck().get()).toBe(1);
  const broken = [...steps, { name: 'three', sql: 'INSERT INTO two VALUES (2); NONSENSE' }];
  expect(() => migrate(db, broken)).toThrow('NONSENSE');
  expect(db.prepare('SELECT count(*) FROM two').pluck().get()).toBe(1);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  db.close();
});
