import { rmSync } from 'node:fs';
import type { Message } from '../../shared/domain/kinds/message.ts';
import type { WireRow } from '../../shared/protocol/wire-row.ts';
import { freeRowid } from '../../shared/search/rowid.ts';
import { indexText, searchText } from '../../shared/search/tokens.ts';
import { openCache } from '../../main/core/cache/open.ts';
import { KEY } from './filled-cache.ts';

/** Messages that go into the index at a time, as in the core. */
const INDEXED_AT_ONCE = 2_000;

/** FTS5's own way to find words, their beginnings and parts of them. */
const ORDINARY = `
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61', prefix='2 3');
CREATE VIRTUAL TABLE parts USING fts5(text, content='', tokenize='trigram', detail='none');
`;

/**
 * Messages a second that bare better-sqlite3 writes: the rows of these pages into the cache's own
 * tables with the same encryption, a page a transaction, and an index in the same batches: FTS5's
 * tables of words and trigrams, or the core's own with its tokens made before.
 */
export function bareCatchUp(
  file: string,
  pages: readonly { readonly rows: readonly WireRow[] }[],
  kind: 'ordinary' | 'own',
): number {
  const bare = `${file}.bare`;
  const db = openCache(bare, KEY);
  const add = db.prepare(
    `INSERT INTO messages (place, scope_id, id, position, ordinal, root_id, author_id, created_at,
       version, listed, calls, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?)`,
  );
  db.exec(ORDINARY);
  const into = (table: string, column: string) =>
    db.prepare<[number, string]>(`INSERT INTO ${table} (rowid, ${column}) VALUES (?, ?)`);
  const tables =
    kind === 'own' ? [into('terms', 'tokens')] : [into('words', 'text'), into('parts', 'text')];
  const taken = new Set<number>();
  const prepared = pages.map(({ rows }, scopeId) =>
    (rows as unknown as Message[]).map((row) => {
      const { id, position, ordinal, authorId, createdAt, version, text } = row;
      const place = freeRowid(createdAt, (at) => taken.has(at));
      taken.add(place);
      const folded = searchText(text);
      return {
        place,
        indexed: kind === 'own' ? indexText({ folded, authorId, scopeId }) : text,
        row: [place, scopeId, id, position, ordinal, null, authorId, createdAt, version],
        json: JSON.stringify(row),
      };
    }),
  );
  const began = performance.now();
  let waiting: { place: number; indexed: string }[] = [];
  for (const page of prepared) {
    const last = page === prepared.at(-1);
    db.transaction(() => {
      for (const { row, json } of page) add.run(...row, json);
      waiting.push(...page);
      if (waiting.length < INDEXED_AT_ONCE && !last) return;
      waiting.sort((a, b) => a.place - b.place);
      for (const index of tables) {
        for (const { place, indexed } of waiting) index.run(place, indexed);
      }
      waiting = [];
    }).immediate();
  }
  const rate = taken.size / ((performance.now() - began) / 1_000);
  db.close();
  for (const end of ['', '-wal', '-shm']) rmSync(bare + end, { force: true });
  return rate;
}
