import { orgScope } from '../../../shared/domain/scope.ts';
import { queryWords, type DirectoryEntry } from '../names.ts';
import type { StoredRow } from '../port.ts';
import type { Connection, Database, Statement } from './database.ts';
import type { Value } from './values.ts';

export const WRITE_DIRECTORY: Statement = {
  name: 'directory-write',
  text: `
    INSERT INTO balai.directory (kind, id, live, sort, words)
    SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::text[])
    ON CONFLICT (kind, id) DO UPDATE SET
      live = excluded.live, sort = excluded.sort, words = excluded.words`,
};

const FIND: Statement = {
  name: 'directory-find',
  text: `
    SELECT named.id, version, json FROM (
      SELECT id, sort FROM balai.directory
      WHERE kind = $1 AND live AND (sort, id) > (
          coalesce((SELECT sort FROM balai.directory WHERE kind = $1 AND id = $2), ''), $2)
        AND strpos(words, $4) > 0 AND strpos(words, $5) > 0
        AND strpos(words, $6) > 0 AND strpos(words, $7) > 0
      ORDER BY sort, id LIMIT $3
    ) AS named
    JOIN balai.rows ON rows.kind = $1 AND rows.id = named.id
      AND scope_id = (SELECT id FROM balai.scopes WHERE name = '${orgScope}')
    ORDER BY named.sort, named.id`,
};

/** What the statement takes. */
export const directoryValues = (entries: readonly DirectoryEntry[]): Value[] => [
  entries.map(({ kind }) => kind),
  entries.map(({ id }) => id),
  entries.map(({ live }) => live),
  entries.map(({ sort }) => sort),
  entries.map(({ words }) => words),
];

/** Keeps the names of people and public channels up to date, within a group's transaction. */
export const writeDirectory = (
  connection: Connection,
  entries: readonly DirectoryEntry[],
): Promise<unknown> => connection.run(WRITE_DIRECTORY, directoryValues(entries));

/**
 * Finds people and public channels by parts of their names, in the order of their names. It walks
 * an index that holds nothing else and stops when the page is full.
 *
 * @param after the id of the last one found before, or empty
 */
export async function findByName(
  db: Database,
  kind: 'user' | 'channel',
  query: string,
  after: string,
  limit: number,
): Promise<StoredRow[]> {
  // The longest first: it leaves the fewest names for the others to look at.
  const words = queryWords(query).toSorted((one, other) => other.length - one.length);
  const [a = '', b = '', c = '', d = ''] = words;
  const found = await db.read<[string, number, string]>(FIND, [kind, after, limit, a, b, c, d]);
  return found.map(([id, version, json]) => ({ scope: orgScope, kind, id, version, json }));
}
