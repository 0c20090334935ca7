import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../main/core/cache/open.ts';

/** A word as it may stand in a file: as text, in UTF-16, and inside a longer base64 text. */
function formsOf(word: string): Buffer[] {
  const inBase64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from(' '.repeat(shift) + word).toString('base64');
    // Letters on the edges depend on the neighbours.
    return text.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + word.length) * 8) / 6) - 1);
  });
  const utf16 = Buffer.from(word, 'utf16le');
  return [
    Buffer.from(word),
    utf16,
    Buffer.from(utf16).swap16(),
    ...inBase64.map((t) => Buffer.from(t)),
  ];
}

/** Which of the words stand in any file below the folder, in any of their forms. */
export function wordsIn(dir: string, words: readonly string[]): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return words
        .filter((word) => formsOf(word).some((form) => bytes.includes(form)))
        .map((word) => `${word} in ${entry.name}`);
    });
}

/**
 * Which of the words stand in the pages of a closed cache once they are decrypted: in rows, in
 * the index, and in pages that nothing uses any more.
 */
export function wordsInPages(profile: string, words: readonly string[]): string[] {
  const key = keyOf(profile);
  const dir = mkdtempSync(join(tmpdir(), 'balai-plain-'));
  try {
    const copy = join(dir, 'plain.db');
    copyFileSync(join(profile, 'cache.db'), copy);
    if (existsSync(join(profile, 'cache.db-wal'))) throw new Error('the cache is open');
    const db = openDatabase(copy, key);
    db.pragma('journal_mode=DELETE');
    db.pragma(`rekey=''`);
    db.close();
    if (!readFileSync(copy).subarray(0, 15).equals(Buffer.from('SQLite format 3'))) {
      throw new Error('the copy is not plain');
    }
    return wordsIn(dir, words).map((found) => found.split(' ')[0]!);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Whether nothing is left to be done in the search index of a cache that is open elsewhere. */
export function indexAtRest(profile: string): boolean {
  const db = openDatabase(join(profile, 'cache.db'), keyOf(profile));
  try {
    const secure = db.prepare(`SELECT v FROM terms_config WHERE k = 'secure-delete'`).pluck().get();
    return secure === 1 && db.prepare('SELECT count(*) FROM unindexed').pluck().get() === 0;
  } finally {
    db.close();
  }
}

/** As if so many days had passed since the profile's client was last in touch with the relay. */
export function ageLease(profile: string, days: number): void {
  const db = openDatabase(join(profile, 'cache.db'), keyOf(profile));
  try {
    for (const key of ['contact', 'clockSeen']) {
      db.prepare('UPDATE meta SET value = value - ? WHERE key = ?').run(days * 86_400_000, key);
    }
  } finally {
    db.close();
  }
}

function keyOf(profile: string): string {
  const { secrets } = JSON.parse(readFileSync(join(profile, 'keys.json'), 'utf8')) as {
    secrets: Record<string, string>;
  };
  const key = Object.entries(secrets).find(([name]) => name.startsWith('cache/'))?.[1];
  if (key === undefined) throw new Error('no key');
  return key;
}
