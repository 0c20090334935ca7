import { orgScope } from '../../../shared/domain/scope.ts';
import { queryWords, type DirectoryEntry } from '../names.ts';
import type { StoredRow } from '../port.ts';
import type { Db } from './database.ts';

/**
 * Finds people and public channels by parts of their names, in the order of their names. It walks
 * an index that holds nothing else and stops when the page is full.
 */
export class DirectoryTable {
  readonly #statements;

  constructor(db: Db) {
    this.#statements = {
      forget: db.prepare<[string, string]>('DELETE FROM directory WHERE kind = ? AND id = ?'),
      write: db.prepare(
        'INSERT INTO directory (kind, live, sort, id, words) VALUES (?, ?, ?, ?, ?)',
      ),
      sort: db
        .prepare<[string, string]>('SELECT sort FROM directory WHERE kind = ? AND id = ?')
        .pluck(),
      find: db
        .prepare(
          `SELECT id, version, json FROM (
             SELECT id, sort FROM directory
             WHERE kind = :kind AND live = 1 AND (sort, id) > (:sort, :after)
               AND instr(words, :a) AND instr(words, :b) AND instr(words, :c) AND instr(words, :d)
             ORDER BY sort, id LIMIT :limit
           ) AS named
           JOIN rows USING (id)
           WHERE scope_id = (SELECT id FROM scopes WHERE name = :org) AND kind = :kind
           ORDER BY sort, id`,
        )
        .raw(),
    };
  }

  write({ kind, id, live, sort, words }: DirectoryEntry): void {
    this.#statements.forget.run(kind, id);
    this.#statements.write.run(kind, live ? 1 : 0, sort, id, words);
  }

  /** `after` is the id of the last one found before, or empty. */
  find(kind: 'user' | 'channel', query: string, after: string, limit: number): StoredRow[] {
    const [a = '', b = '', c = '', d = ''] = queryWords(query);
    const sort = (this.#statements.sort.get(kind, after) as string | undefined) ?? '';
    const found = this.#statements.find.all({
      ...{ kind, sort, after, limit, org: orgScope },
      ...{ a, b, c, d },
    }) as [string, number, string][];
    return found.map(([id, version, json]) => ({ scope: orgScope, kind, id, version, json }));
  }
}
