import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { testCache } from '../testing/cache.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { searchTables } from '../search/schema.ts';
import { migrate } from './migrate.ts';
import { first } from './migrations/0001-first.ts';

/** Which index each step of a query goes by, as SQLite explains it. */
function planOf(sql: string): string {
  const { cache } = testCache();
  const rows = cache.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  return rows.map(({ detail }) => detail).join('; ');
}

describe('migrate', () => {
  it('a second run changes nothing', () => {
    const db = new Database(join(temporaryFolder(), 'plain.db'));
    const tables = (): unknown =>
      db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all();
    migrate(db);
    const before = tables();
    const version = db.pragma('user_version', { simple: true });
    migrate(db);
    expect(tables()).toEqual(before);
    expect(db.pragma('user_version', { simple: true })).toBe(version);
    db.close();
  });

  it('a step that fails leaves the version before it', () => {
    const db = new Database(join(temporaryFolder(), 'plain.db'));
    db.exec('CREATE TABLE meta (other TEXT)');
    expect(() => migrate(db)).toThrow('already exists');
    expect(db.pragma('user_version', { simple: true })).toBe(0);
    expect(
      db.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'scopes'`).pluck().get(),
    ).toBe(0);
    db.close();
  });
});

it('keeps the messages of a cache that lay in the order of time, and where search finds them', () => {
  const db = new Database(join(temporaryFolder(), 'plain.db'));
  db.exec(`${first} ${searchTables} PRAGMA user_version=2;`);
  const add = db.prepare(
    `INSERT INTO messages (rowid, scope_id, id, position, ordinal, author_id, created_at, version,
       listed, calls, json) VALUES (?, 1, ?, ?, 1, 'a', 5, 1, 1, 0, '{}')`,
  );
  add.run(700, 'later', 1);
  add.run(300, 'earlier', 2);
  migrate(db);
  const rows = db.prepare('SELECT id, place, position, author_id FROM messages ORDER BY place');
  expect(rows.raw().all()).toEqual([
    ['earlier', 300, 2, 'a'],
    ['later', 700, 1, 'a'],
  ]);
  db.close();
});

/** What is asked for each frame of the screen or each row that arrives: no scan, no sorting. */
describe('the hot queries', () => {
  const listed = 'SELECT json FROM messages WHERE scope_id = 1 AND listed = 1';

  it.each([
    ['a page of a channel', `${listed} AND position <= 9 ORDER BY position DESC LIMIT 50`],
    ['a page onwards', `${listed} AND position >= 9 ORDER BY position LIMIT 50`],
    ['a window', `${listed} AND position BETWEEN 3 AND 9 ORDER BY position DESC LIMIT 50`],
  ])('%s goes by the listed messages, in their order', (_what, sql) => {
    const plan = planOf(sql);
    expect(plan).toContain('USING INDEX messages_listed (scope_id=? AND position');
    expect(plan).not.toContain('TEMP B-TREE');
    expect(plan).not.toContain('SCAN');
  });

  it('a thread goes by its root', () => {
    const plan = planOf(
      `SELECT json FROM messages WHERE root_id = 'a' ORDER BY position DESC LIMIT 50`,
    );
    expect(plan).toBe('SEARCH messages USING INDEX messages_thread (root_id=?)');
  });

  it('reactions go by their message', () => {
    const plan = planOf(
      `SELECT json FROM rows WHERE kind = 'reaction' AND parent = 'a' AND json IS NOT NULL`,
    );
    expect(plan).toContain('USING INDEX rows_parent (kind=? AND parent=?)');
  });

  it('mentions beyond a marker go by channel and position', () => {
    const plan = planOf(
      `SELECT count(*) FROM rows WHERE kind = 'mention' AND parent = 'a' AND sort > 5
       AND json IS NOT NULL`,
    );
    expect(plan).toContain('USING INDEX rows_parent (kind=? AND parent=? AND sort>?)');
  });

  it.each([
    [
      `SELECT json FROM rows WHERE kind = 'mention' ORDER BY json ->> 'at' DESC LIMIT 5`,
      'rows_mentioned',
    ],
    [
      `SELECT json FROM rows WHERE kind = 'reaction' AND json ->> 'to' = 'a'
       ORDER BY json ->> 'at' DESC LIMIT 5`,
      'rows_reacted',
    ],
  ])('what concerns the person comes newest first, by an index of its own', (sql, index) => {
    expect(planOf(sql)).toContain(index);
    expect(planOf(sql)).not.toContain('TEMP B-TREE');
  });

  it('calls to everybody go by their own index', () => {
    const plan = planOf(
      'SELECT count(*) FROM messages WHERE scope_id = 1 AND calls = 1 AND position > 5',
    );
    expect(plan).toContain('INDEX messages_calls (scope_id=? AND position>?)');
  });

  it.each([
    ['a row', `SELECT json FROM rows WHERE scope_id = 1 AND kind = 'user' AND id = 'a'`],
    [
      'all rows of a kind',
      `SELECT json FROM rows WHERE scope_id = 1 AND kind = 'user' AND json IS NOT NULL ORDER BY id`,
    ],
  ])('%s goes by the primary key', (_what, sql) => {
    const plan = planOf(sql);
    expect(plan).toContain('SEARCH rows USING PRIMARY KEY (scope_id=? AND kind=?');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('a message goes by its id, and a scope to be purged by its own index', () => {
    expect(planOf(`SELECT json FROM messages WHERE id = 'a'`)).toContain('(id=?)');
    expect(planOf('SELECT rowid FROM messages WHERE scope_id = 1')).toContain(
      'messages_scope (scope_id=?)',
    );
    expect(planOf('DELETE FROM rows WHERE scope_id = 1')).toContain('PRIMARY KEY (scope_id=?)');
  });
});
