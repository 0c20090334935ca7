import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { Office } from '../contract/office.ts';
import { openSqliteStore } from './open.ts';

const GROUPS = 12;
const EACH = 5;
const CUTS = 60;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-torn-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('S10: a log that was cut or spoilt anywhere opens to whole groups, from the first on without a gap', async () => {
  const file = join(folder, 'relay.db');
  // What is in the database itself is not what this is about.
  const before = await openSqliteStore({ file });
  const office = new Office(before);
  const ayu = await office.person('Ayu');
  const channelId = await office.channel(ayu, 'umum');
  await before.close();

  const store = await openSqliteStore({ file });
  const writing = new Office(store, 2);
  const texts: string[] = [];
  for (let group = 0; group < GROUPS; group++) {
    const mine = Array.from({ length: EACH }, (_, n) => `g${group} m${n}`);
    texts.push(...mine);
    await writing.commit(...mine.map((text) => writing.send(ayu, channelId, text)));
  }
  const log = readFileSync(`${file}-wal`);
  const database = join(folder, 'copied.db');
  copyFileSync(file, database);
  await store.close();

  const random = new SeededRandom(5);
  const lengths = new Set<number>();
  for (let cut = 0; cut < CUTS; cut++) {
    const torn = join(folder, `torn-${cut}.db`);
    copyFileSync(database, torn);
    const at = random.int(log.length);
    const spoilt = Buffer.from(log);
    // As the disk left it: it ends, goes on with nothing, or with what was there before.
    if (cut % 3 === 1) spoilt.fill(0, at);
    if (cut % 3 === 2) spoilt.set(random.bytes(Math.min(64, log.length - at)), at);
    writeFileSync(`${torn}-wal`, cut % 3 === 0 ? spoilt.subarray(0, at) : spoilt);
    const opened = await openSqliteStore({ file: torn });
    const found = await new Office(opened).texts(channelId);
    expect(found.length % EACH).toBe(0);
    expect(found).toEqual(texts.slice(0, found.length));
    // It goes on from there.
    const next = new Office(opened, 100 + cut);
    expect(await next.run(next.send(ayu, channelId, 'on'))).toMatchObject({ ok: true });
    await opened.close();
    lengths.add(found.length);
    rmSync(torn);
  }
  // The cuts met many places.
  expect(lengths.size).toBeGreaterThan(GROUPS / 2);
});
