import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId, UserId } from '../../../../shared/domain/ids.ts';
import type { Actor } from '../../../../shared/domain/permissions.ts';
import { makeTerm } from '../../../../shared/search/terms.ts';
import { anything } from '../../../../shared/search/wanted.ts';
import { Office, rowsOf } from '../../contract/office.ts';
import { StoreUnavailable } from '../../port.ts';
import { openStore } from '../../open.ts';
import { immediateClock } from '../../testing/immediate-clock.ts';
import { openDatabase } from '../database.ts';
import { indexFileOf, SearchThread } from './thread.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000' as UserId;

let folder: string;
let file: string;
let threads: SearchThread[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-search-'));
  file = join(folder, 'relay.db');
  threads = [];
});
afterEach(async () => {
  for (const thread of threads) await thread.close();
  rmSync(folder, { recursive: true });
});

const thread = (): SearchThread => {
  const one = new SearchThread(file);
  threads.push(one);
  return one;
};

/** A workspace in the file, of which no words are indexed yet. */
async function workspace(...texts: string[]): Promise<ChannelId> {
  const store = await openStore(
    { engine: 'sqlite', file },
    { clock: immediateClock, random: () => 0.5 },
  );
  const office = new Office(store, texts.length);
  const ayu: Actor = await office.person('Ayu');
  const umum = await office.channel(ayu, 'umum');
  await office.commit(...texts.map((text) => office.send(ayu, umum, text)));
  await store.close();
  return umum;
}

async function found(search: SearchThread, word: string, ...readable: ChannelId[]) {
  const { rows } = await search.search({
    wanted: {
      ...anything,
      terms: [makeTerm(word, { negated: false, open: false, quoted: false })],
    },
    ...{ asker: NOBODY, readable, after: null, limit: 20 },
  });
  return rowsOf(rows).map((row) => (row.kind === 'message' ? row.text : ''));
}

it('makes the index anew where it is lost, damaged or no index', async () => {
  const umum = await workspace('laporan satu', 'laporan dua');
  const first = thread();
  expect(await found(first, 'laporan', umum)).toHaveLength(2);
  await first.close();
  const index = indexFileOf(file);
  expect(existsSync(index)).toBe(true);
  rmSync(index);
  const second = thread();
  expect(await found(second, 'laporan', umum)).toHaveLength(2);
  await second.close();
  writeFileSync(index, 'this is no database, and long enough to be taken for one'.repeat(200));
  const third = thread();
  expect(await found(third, 'laporan', umum)).toHaveLength(2);
});

it('makes the index anew where a page of it is damaged', async () => {
  const umum = await workspace(...Array.from({ length: 3_000 }, (_, i) => `laporan nomor${i}`));
  const first = thread();
  while (await first.index());
  await first.close();
  const index = indexFileOf(file);
  const db = openDatabase(index);
  const pageSize = db.pragma('page_size', { simple: true }) as number;
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.close();
  const handle = openSync(index, 'r+');
  // All but the first page, which says what the file is.
  writeSync(handle, Buffer.alloc(pageSize * (pages - 1), 0x5a), 0, null, pageSize);
  closeSync(handle);
  const second = thread();
  while (await second.index());
  expect(await found(second, 'nomor2999', umum)).toEqual(['laporan nomor2999']);
});

it('makes the index anew where an earlier version made it', async () => {
  const umum = await workspace('laporan satu', 'laporan dua');
  const first = thread();
  while (await first.index());
  await first.close();
  const older = openDatabase(indexFileOf(file));
  older.exec('ALTER TABLE docs DROP COLUMN facts; PRAGMA user_version = 1');
  older.close();
  const second = thread();
  while (await second.index());
  expect(await found(second, 'laporan', umum)).toHaveLength(2);
});

it('takes no index of another workspace for its own', async () => {
  const first = await workspace('rahasia lama');
  const old = thread();
  expect(await found(old, 'rahasia', first)).toHaveLength(1);
  await old.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  const second = await workspace('rahasia baru', 'lain');
  expect(await found(thread(), 'rahasia', second)).toEqual(['rahasia baru']);
});

it('begins anew where an older copy of the database was put back', async () => {
  const umum = await workspace('laporan lama');
  copyFileSync(file, join(folder, 'copy.db'));
  const store = await openStore(
    { engine: 'sqlite', file },
    { clock: immediateClock, random: () => 0.5 },
  );
  const office = new Office(store, 9);
  const ayu = await office.person('Budi');
  await office.channel(ayu, 'gudang');
  await store.close();
  const ahead = thread();
  while (await ahead.index());
  await ahead.close();
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  copyFileSync(join(folder, 'copy.db'), file);
  expect(await found(thread(), 'laporan', umum)).toEqual(['laporan lama']);
});

it('answers nothing after it was closed', async () => {
  await workspace('laporan');
  const search = thread();
  await search.index();
  await search.close();
  await expect(search.index()).rejects.toThrow(StoreUnavailable);
});
