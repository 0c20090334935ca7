import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { KEY_CHECK } from './key-check.ts';
import type { Db } from './open.ts';
import { openOrRenewCache } from './renew.ts';

const KEY = 'c0de'.repeat(16);
/** `BALAI_CUTS` asks for more. */
const CUTS = Number(process.env['BALAI_CUTS'] ?? 200);
const IN_FILE = 5;
const IN_LOG = 40;

const ops = (db: Db): unknown[] => db.prepare('SELECT op FROM outbox ORDER BY seq').pluck().all();

/** A profile whose process was killed: some commits in the file, and more of them in the log. */
function killed(): { dir: string; written: string[]; log: Buffer } {
  const dir = temporaryFolder();
  const db = openOrRenewCache(dir, KEY, () => undefined);
  db.pragma('wal_autocheckpoint=0');
  const add = db.prepare(
    `INSERT INTO outbox (op, lane, name, args, created_at, state) VALUES (?, 'org', 'x', ?, 1, 'waiting')`,
  );
  const written: string[] = [];
  for (let n = 0; n < IN_FILE + IN_LOG; n++) {
    if (n === IN_FILE) db.pragma('wal_checkpoint(TRUNCATE)');
    db.transaction(() => {
      add.run(`op${n}`, JSON.stringify('kata '.repeat(n * 20)));
      db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('last', ?)`).run(`op${n}`);
    }).immediate();
    written.push(`op${n}`);
  }
  const copy = temporaryFolder();
  for (const name of ['cache.db', KEY_CHECK]) copyFileSync(join(dir, name), join(copy, name));
  const log = readFileSync(join(dir, 'cache.db-wal'));
  db.close();
  return { dir: copy, written, log };
}

/** Opens a copy with that log; answers what is in it, which must be whole commits in their order. */
function openedWith(profile: ReturnType<typeof killed>, log: Buffer): number {
  const dir = temporaryFolder();
  for (const name of ['cache.db', KEY_CHECK])
    copyFileSync(join(profile.dir, name), join(dir, name));
  writeFileSync(join(dir, 'cache.db-wal'), log);
  const db = openOrRenewCache(dir, KEY, () => {
    throw new Error('it was made anew');
  });
  try {
    const found = ops(db);
    expect(found).toEqual(profile.written.slice(0, found.length));
    // Both statements of the last commit, or neither.
    expect(db.prepare(`SELECT value FROM meta WHERE key = 'last'`).pluck().get()).toBe(
      found.at(-1),
    );
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return found.length;
  } finally {
    db.close();
  }
}

describe('a write-ahead log', () => {
  it(`S7: that is cut at ${CUTS} places opens with the commits before the cut`, () => {
    const profile = killed();
    const random = new SeededRandom(1);
    expect(openedWith(profile, profile.log)).toBe(IN_FILE + IN_LOG);
    const counts = new Set<number>();
    for (let n = 0; n < CUTS; n++) {
      const at = random.int(profile.log.length);
      counts.add(openedWith(profile, profile.log.subarray(0, at)));
    }
    expect(Math.min(...counts)).toBeLessThan(IN_FILE + 5);
    expect(counts.size).toBeGreaterThan(IN_LOG / 2);
  });

  it(`S7: in which a bit is turned at ${CUTS} places opens with the commits before it`, () => {
    const profile = killed();
    const random = new SeededRandom(2);
    const counts = new Set<number>();
    for (let n = 0; n < CUTS; n++) {
      const log = Buffer.from(profile.log);
      const at = random.int(log.length);
      log[at] = log[at]! ^ (1 << random.int(8));
      counts.add(openedWith(profile, log));
    }
    expect(counts.size).toBeGreaterThan(IN_LOG / 2);
  });
});
