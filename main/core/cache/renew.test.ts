import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileIndex } from '../files/file-index.ts';
import { UploadTable, type Upload } from '../files/upload-table.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openCache, type Db } from './open.ts';
import { KEY_CHECK, noteKey } from './key-check.ts';
import { openOrRenewCache, renewCache } from './renew.ts';

const KEY = 'c0de'.repeat(16);
const ops = (db: Db): unknown[] => db.prepare('SELECT op FROM outbox ORDER BY seq').pluck().all();

/** A cache with three commands, one of them done. */
function written(dir: string): Db {
  noteKey(dir, KEY);
  const db = openCache(join(dir, 'cache.db'), KEY);
  const add = db.prepare(
    `INSERT INTO outbox (op, lane, name, args, created_at, state) VALUES (?, 'org', 'x', '{}', 1, ?)`,
  );
  add.run('one', 'waiting');
  add.run('done', 'acked');
  add.run('two', 'refused');
  return db;
}

function overwrite(file: string, at: number, bytes: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0x5a), 0, bytes, at);
  closeSync(handle);
}

describe('a damaged cache', () => {
  it('is opened as it is while it is whole', () => {
    const dir = temporaryFolder();
    written(dir).close();
    const db = openOrRenewCache(dir, KEY, () => undefined);
    expect(ops(db)).toEqual(['one', 'done', 'two']);
    expect(existsSync(join(dir, 'damaged.db'))).toBe(false);
    db.close();
  });

  it('S7: gives its unsent commands to the new one, in the order of writing', () => {
    const dir = temporaryFolder();
    const file = join(dir, 'cache.db');
    const before = written(dir);
    // The outbox stays readable; a table that every start reads does not.
    const page = before
      .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'meta'`)
      .pluck()
      .get() as number;
    const size = before.pragma('page_size', { simple: true }) as number;
    before.pragma('wal_checkpoint(TRUNCATE)');
    before.close();
    overwrite(file, (page - 1) * size, size);
    const logged: unknown[] = [];
    const db = openOrRenewCache(dir, KEY, (_, detail) => logged.push(detail));
    expect(ops(db)).toEqual(['one', 'two']);
    expect(logged).toEqual([{ unsent: 2, files: 0 }]);
    expect(existsSync(join(dir, 'damaged.db'))).toBe(true);
    db.close();
  });

  it('is made anew also where nothing of it can be read', () => {
    const dir = temporaryFolder();
    const file = join(dir, 'cache.db');
    written(dir).close();
    overwrite(file, 0, statSync(file).size);
    const db = openOrRenewCache(dir, KEY, () => undefined);
    expect(ops(db)).toEqual([]);
    db.close();
  });

  it('leaves no damaged copy lying about once the new one has opened again', () => {
    const dir = temporaryFolder();
    const file = join(dir, 'cache.db');
    written(dir).close();
    overwrite(file, 0, statSync(file).size);
    openOrRenewCache(dir, KEY, () => undefined).close();
    openOrRenewCache(dir, KEY, () => undefined).close();
    expect(readdirSync(dir).sort()).toEqual(['cache.db', KEY_CHECK]);
  });

  it('S7: whose outbox has a damaged page in its midst gives what stands before and after it', () => {
    const dir = temporaryFolder();
    const file = join(dir, 'cache.db');
    const before = written(dir);
    const add = before.prepare(
      `INSERT INTO outbox (op, lane, name, args, created_at, state) VALUES (?, 'org', 'x', ?, 1, 'waiting')`,
    );
    for (let n = 0; n < 30; n++) add.run(`n${n}`, JSON.stringify('long '.repeat(300)));
    before.close();
    const size = 4_096;
    const pages = statSync(file).size / size;
    const whole = readFileSync(file);
    const kept: number[] = [];
    for (let page = 1; page < pages; page++) {
      const copy = Buffer.from(whole);
      writeFileSync(file, copy.fill(0x5a, page * size, (page + 1) * size));
      const db = renewCache(dir, KEY, () => undefined);
      kept.push(ops(db).length);
      db.close();
    }
    // Of a leaf all others are read: one such page holds three of the thirty-two.
    expect(kept.filter((count) => count >= 28 && count < 32).length).toBeGreaterThan(5);
    expect(Math.max(...kept)).toBe(32);
  });

  it('is not touched with a wrong key: whoever has the right one finds everything', () => {
    const dir = temporaryFolder();
    openOrRenewCache(dir, KEY, () => undefined).close();
    written(dir).close();
    const files = (): string[] =>
      readdirSync(dir).map((name) => `${name} ${readFileSync(join(dir, name)).toString('hex')}`);
    const before = files();
    for (let n = 0; n < 2; n++) {
      expect(() => openOrRenewCache(dir, 'beef'.repeat(16), () => undefined)).toThrow(
        expect.objectContaining({ name: 'CacheError', code: 'wrong_key' }),
      );
    }
    // Nor where nothing says which key it was.
    rmSync(join(dir, KEY_CHECK));
    expect(() => openOrRenewCache(dir, 'beef'.repeat(16), () => undefined)).toThrow('wrong_key');
    noteKey(dir, KEY);
    expect(files()).toEqual(before);
    const db = openOrRenewCache(dir, KEY, () => undefined);
    expect(ops(db)).toEqual(['one', 'done', 'two']);
    db.close();
  });

  it('S7: is made anew also where a kill came between any two steps of that', () => {
    const whole = temporaryFolder();
    written(whole).close();
    const fresh = temporaryFolder();
    openOrRenewCache(fresh, KEY, () => undefined).close();
    const opened = (prepare: (dir: string) => void): unknown[] => {
      const dir = temporaryFolder();
      copyFileSync(join(whole, 'cache.db'), join(dir, 'cache.db'));
      noteKey(dir, KEY);
      prepare(dir);
      const db = openOrRenewCache(dir, KEY, () => undefined);
      const found = ops(db);
      db.close();
      expect(existsSync(join(dir, 'fresh.db'))).toBe(false);
      return found;
    };
    const half = Buffer.from('half of a file');
    // The new one was being written.
    expect(opened((dir) => writeFileSync(join(dir, 'fresh.db'), half))).toHaveLength(3);
    // The old one had moved, its log had not, and the new one stood ready.
    const moved = opened((dir) => {
      renameSync(join(dir, 'cache.db'), join(dir, 'damaged.db'));
      writeFileSync(join(dir, 'cache.db-wal'), half);
      copyFileSync(join(whole, 'cache.db'), join(dir, 'fresh.db'));
    });
    expect(moved).toEqual(['one', 'done', 'two']);
  });
});

it.each([
  ['', 5],
  [' of a cache that knows no lengths yet', null],
])('S7: keeps track of files that were attached and not yet sent%s, and of no other', (_of, ms) => {
  const dir = temporaryFolder();
  const before = written(dir);
  const upload: Upload = {
    ...{ id: 'mine', channelId: 'c', draftId: 'c', name: 'foto.png', mediaType: 'image/png' },
    ...{ size: 9, sha256: 'ab', width: 3, height: 4, durationMs: 5 },
    ...{ state: 'waiting', reason: null, createdAt: 1 },
  };
  const kept = { part: 'original', channelId: 'c', size: 9, usedAt: 1 } as const;
  new UploadTable(before).add(upload);
  new FileIndex(before).put({ ...kept, id: 'mine', blob: 'b1', unsent: 1 });
  new FileIndex(before).put({ ...kept, id: 'theirs', blob: 'b2', unsent: 0 });
  if (ms === null) before.exec('ALTER TABLE uploads DROP COLUMN duration_ms');
  before.close();
  const db = renewCache(dir, KEY, () => undefined);
  expect(new UploadTable(db).all()).toEqual([{ ...upload, durationMs: ms }]);
  expect([...new FileIndex(db).blobs()]).toEqual(['b1']);
  db.close();
});
