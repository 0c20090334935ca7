import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow } from '../../../shared/testing/rows.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { LiveTopics } from '../live/topics.ts';
import { KEY, RecordedIndex, testCache } from '../testing/cache.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { Cache } from './cache.ts';
import { asCacheError, CacheError, openCache, type Db } from './open.ts';

const PAGE = 4_096;
const OTHER_KEY = 'beef'.repeat(16);
const scope = channelScope(anId(1) as ChannelId);

/** What a person is told when this is tried. */
function codeOf(run: () => Db): string {
  try {
    run().close();
    return 'opened';
  } catch (error) {
    if (error instanceof CacheError) return error.code;
    throw error;
  }
}

/** A cache file with some hundred messages in it, closed. */
function filled(): string {
  const { cache, file } = testCache();
  cache.transaction(() => {
    for (let i = 1; i <= 300; i++) {
      cache.rows.apply(scope, messageRow(anId(i), i, { text: 'word '.repeat(60) }));
    }
  });
  cache.close();
  return file;
}

describe('openCache', () => {
  it('opens again what it has written', () => {
    const file = filled();
    const db = openCache(file, KEY);
    expect(db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(300);
    db.close();
  });

  it('S7: a commit is on the disk when it returns', () => {
    const { cache } = testCache();
    expect(cache.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(cache.db.pragma('journal_mode', { simple: true })).toBe('wal');
    // Deleted words leave the file too (S11), and temporary tables never reach it.
    expect(cache.db.pragma('secure_delete', { simple: true })).toBe(1);
    expect(cache.db.pragma('temp_store', { simple: true })).toBe(2);
  });

  it('says wrong_key for another key, and for what is no key at all', () => {
    const file = filled();
    expect(codeOf(() => openCache(file, OTHER_KEY))).toBe('wrong_key');
    expect(codeOf(() => openCache(file, KEY.slice(1)))).toBe('wrong_key');
    expect(codeOf(() => openCache(file, `${KEY.slice(1)}"`))).toBe('wrong_key');
    expect(codeOf(() => openCache(file, KEY))).toBe('opened');
  });

  it('says wrong_key for a file that was never encrypted', () => {
    const file = join(temporaryFolder(), 'cache.db');
    const plain = new Database(file);
    plain.exec('CREATE TABLE messages (text TEXT)');
    plain.close();
    expect(codeOf(() => openCache(file, KEY))).toBe('wrong_key');
  });

  it('says corrupt where pages are missing or damaged that every start reads', () => {
    const file = filled();
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(40_000);
    writeFileSync(file, bytes.subarray(0, 20_000));
    expect(codeOf(() => openCache(file, KEY))).toBe('corrupt');
    const damaged = Buffer.from(bytes);
    writeFileSync(file, damaged.fill(7, 8_192, bytes.length));
    expect(codeOf(() => openCache(file, KEY))).toBe('corrupt');
  });

  it('says corrupt once it reads a damaged page that opening did not need', () => {
    const file = filled();
    const bytes = readFileSync(file);
    const pages = bytes.length / PAGE;
    // Each page carries its own seal, so that opening need not read them all.
    writeFileSync(file, bytes.fill(7, Math.floor(pages / 2) * PAGE));
    const db = openCache(file, KEY);
    onTestFinished(() => void db.close());
    const cache = new Cache(db, people.ayu, new RecordedIndex(), new LiveTopics(new FakeClock()));
    expect(() => cache.transaction(() => cache.rows.purge(scope))).toThrow(
      expect.objectContaining({ name: 'CacheError', code: 'corrupt' }),
    );
  });

  it('says newer for a file of a later version, and leaves it as it is', () => {
    const file = filled();
    const db = openCache(file, KEY);
    const present = db.pragma('user_version', { simple: true }) as number;
    db.pragma(`user_version=${present + 1}`);
    db.close();
    expect(codeOf(() => openCache(file, KEY))).toBe('newer');
    expect(codeOf(() => openCache(file, KEY))).toBe('newer');
  });

  it('says read_only where no file can be made or written', () => {
    const folder = join(temporaryFolder(), 'cache.db');
    mkdirSync(folder);
    expect(codeOf(() => openCache(folder, KEY))).toBe('read_only');
  });

  it('closes the file when opening fails, so that it can be moved away and made anew', () => {
    const file = filled();
    expect(codeOf(() => openCache(file, OTHER_KEY))).toBe('wrong_key');
    // An open handle would hold the write-ahead log beside it.
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith('-shm'))).toEqual([]);
  });
});

describe('asCacheError', () => {
  it.each([
    ['SQLITE_READONLY_DIRECTORY', 'read_only'],
    ['SQLITE_READONLY', 'read_only'],
    ['SQLITE_CANTOPEN', 'read_only'],
    ['SQLITE_IOERR_FSYNC', 'read_only'],
    ['SQLITE_IOERR_WRITE', 'disk_full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_CORRUPT_INDEX', 'corrupt'],
    ['SQLITE_NOTADB', 'wrong_key'],
  ])('%s is told as %s', (code, told) => {
    const error = new Database.SqliteError('from the disk', code);
    expect(asCacheError(error)).toMatchObject({ name: 'CacheError', code: told, cause: error });
  });

  it('leaves a bug what it is', () => {
    const bug = new Database.SqliteError('constraint failed', 'SQLITE_CONSTRAINT_UNIQUE');
    expect(asCacheError(bug)).toBe(bug);
    const other = new TypeError('undefined is not a function');
    expect(asCacheError(other)).toBe(other);
  });
});

describe('what stands on the disk', () => {
  it('has no word of a message, a draft, a waiting command or a name in it, in any file', () => {
    const { cache, file } = testCache();
    const secrets = ['kapal-karam', 'rahasia-dapur', 'belum-terkirim', 'nama-orang'];
    const [message, draft, waiting, name] = secrets as [string, string, string, string];
    const write = (): void =>
      cache.transaction(() => {
        cache.rows.apply(scope, messageRow(anId(1), 1, { text: `${message} `.repeat(50) }));
        cache.rows.apply(userScope(people.ayu), {
          ...{ kind: 'draft', id: anId(1), version: 1, channelId: anId(1), rootId: null },
          ...{ text: draft, updatedAt: 1 },
        });
        const args = { channelId: anId(1), rootId: null, broadcast: false, text: waiting };
        cache.outbox.add(
          anId(2) as never,
          'message.send',
          { ...args, attachments: [] },
          cache.actor,
          1,
        );
        cache.meta.set('me', name);
      });
    write();
    const files = (): string[] => readdirSync(dirname(file));
    const scan = (): string[] =>
      files().flatMap((entry) => {
        const bytes = readFileSync(join(dirname(file), entry));
        return secrets.filter(
          (word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
        );
      });
    // While it is open the words are in the write-ahead log; after a checkpoint in the file itself.
    expect(files()).toContain('cache.db-wal');
    expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(4_096);
    expect(scan()).toEqual([]);
    cache.db.pragma('wal_checkpoint(FULL)');
    expect(readFileSync(file).length).toBeGreaterThan(4_096);
    expect(scan()).toEqual([]);
    // The scan itself works: the same words unencrypted are found.
    writeFileSync(join(dirname(file), 'plain'), message);
    expect(scan()).toEqual([message]);
  });
});
