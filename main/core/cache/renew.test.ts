import { closeSync, existsSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { openCache, type Db } from './open.ts';
import { openOrRenewCache } from './renew.ts';

const KEY = 'c0de'.repeat(16);
const ops = (db: Db): unknown[] => db.prepare('SELECT op FROM outbox ORDER BY seq').pluck().all();

/** A cache with three commands, one of them done. */
function written(dir: string): Db {
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
    expect(logged).toEqual([{ code: 'corrupt', unsent: 2 }]);
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
});
