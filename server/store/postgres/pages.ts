import type { Kind } from '../../../shared/domain/registry.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { Page, StoredRow } from '../port.ts';
import type { Database, Statement } from './database.ts';

/**
 * One statement, and so one moment: head and rows belong together. Sizes are summed before the
 * texts are read, so that no more of them travel than the page holds; the first row that does not
 * fit comes without its text, for its version.
 */
const PULL: Statement = {
  name: 'pages-pull',
  text: `
    WITH counter AS (SELECT id, head, count FROM balai.scopes WHERE name = $1)
    SELECT head, count, page.version, page.kind, page.id, page.json
    FROM counter LEFT JOIN LATERAL (
      SELECT version, kind, id,
        CASE WHEN place <= $4 AND (place = 1 OR before + bytes <= $5) THEN json END AS json
      FROM (
        SELECT version, kind, id, json, octet_length(json) AS bytes,
          row_number() OVER down AS place,
          sum(octet_length(json)) OVER down - octet_length(json) AS before
        FROM (
          SELECT version, kind, id, json FROM balai.rows
          WHERE scope_id = counter.id AND version > $2
            AND version <= least(coalesce($3, head), head)
          ORDER BY version DESC LIMIT $4 + 1
        ) AS newest
        WINDOW down AS (ORDER BY version DESC)
      ) AS sized
      WHERE place <= 2 OR before <= $5
    ) AS page ON true
    ORDER BY page.version DESC`,
};

type Found = [
  head: number,
  count: number,
  version: number | null,
  kind: Kind,
  id: string,
  json: string | null,
];

/** S3, S6: the newest rows of a range of versions, at most so many rows and bytes. */
export async function pull(
  db: Database,
  scope: Scope,
  after: number,
  upTo: number | null,
  limit: number,
  bytes: number,
): Promise<Page> {
  const found = await db.read<Found>(PULL, [scope, after, upTo, limit, bytes]);
  const [head, count] = found[0] ?? [0, 0];
  const to = Math.max(after, Math.min(upTo ?? head, head));
  const rows: StoredRow[] = [];
  for (const [, , version, kind, id, json] of found) {
    if (version === null) break;
    // S6: everything above this row is here; it and the ones below it are left for later.
    if (json === null) return { scope, head, count, from: version, to, rows: rows.toReversed() };
    rows.push({ scope, kind, id, version, json });
  }
  return { scope, head, count, from: after, to, rows: rows.toReversed() };
}
