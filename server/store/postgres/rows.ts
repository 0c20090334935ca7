import type { Key } from '../../../shared/commands/command.ts';
import type { ChannelId, UserId } from '../../../shared/domain/ids.ts';
import type { Kind } from '../../../shared/domain/registry.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { LoadedRow } from '../../services/commands/group-rows.ts';
import type { StoredRow } from '../port.ts';
import type { Connection, Database, Statement } from './database.ts';
import type { ScopeIds } from './scope-ids.ts';

/**
 * Rows by key, each with its key's place. The inner LIMIT keeps the planner from joining in any
 * other way than by the unique index, also while the tables are empty.
 */
const byKey = (key: 'name' | 'id', columns: string, where: string): string => `
    SELECT place, ${columns}
    FROM unnest($1::${key === 'name' ? 'text' : 'integer'}[], $2::text[], $3::text[])
      WITH ORDINALITY AS key (scope, kind, id, place)
    ${key === 'name' ? 'JOIN balai.scopes ON scopes.name = key.scope' : ''}
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM balai.rows
      WHERE scope_id = ${key === 'name' ? 'scopes.id' : 'key.scope'}
        AND rows.kind = key.kind AND rows.id = key.id ${where}
      LIMIT 1
    ) AS found`;

const GET: Statement = {
  name: 'rows-get',
  text: byKey('name', 'version, json', 'AND NOT deleted'),
};
const LOAD: Statement = { name: 'rows-load', text: byKey('name', 'version, json, deleted', '') };
const LOAD_BY_ID: Statement = {
  name: 'rows-load-by-id',
  text: byKey('id', 'version, json, deleted', ''),
};
const LIST: Statement = {
  name: 'rows-list',
  text: `
    SELECT id, version, json FROM balai.rows
    WHERE scope_id = (SELECT id FROM balai.scopes WHERE name = $1)
      AND kind = $2 AND id > $3 AND NOT deleted
    ORDER BY id LIMIT $4`,
};
const MEMBERSHIPS: Statement = {
  name: 'rows-memberships',
  text: `
    SELECT id FROM balai.rows
    WHERE scope_id = (SELECT id FROM balai.scopes WHERE name = $1)
      AND kind = 'membership' AND NOT deleted
    ORDER BY id`,
};

const kindsAndIds = (keys: readonly Key[]): [Kind[], string[]] => [
  keys.map(({ kind }) => kind),
  keys.map(({ id }) => id),
];

/** The rows of these keys that exist. */
export async function rowsByKey(db: Database, keys: readonly Key[]): Promise<StoredRow[]> {
  if (keys.length === 0) return [];
  const scopes = keys.map(({ scope }) => scope);
  const found = await db.read<[number, number, string]>(GET, [scopes, ...kindsAndIds(keys)]);
  return found.map(([place, version, json]) => {
    const { scope, kind, id } = keys[place - 1]!;
    return { scope, kind, id, version, json };
  });
}

/** As `rowsByKey`, within a group's transaction: tombstones too. */
export async function loadRows(
  connection: Connection,
  scopeIds: ScopeIds,
  keys: readonly Key[],
): Promise<LoadedRow[]> {
  if (keys.length === 0) return [];
  const ids = keys.flatMap(({ scope }) => scopeIds.get(scope) ?? []);
  const known = ids.length === keys.length;
  const { rows } = await connection.run<[number, number, string, boolean]>(
    known ? LOAD_BY_ID : LOAD,
    [known ? ids : keys.map(({ scope }) => scope), ...kindsAndIds(keys)],
  );
  return rows.map(([place, version, json, deleted]) => {
    const { scope, kind, id } = keys[place - 1]!;
    return { scope, kind, id, version, json, deleted };
  });
}

/** All rows of one kind in a scope with `id > after`, ascending by id. */
export async function rowsOfKind(
  db: Database,
  scope: Scope,
  kind: Kind,
  after: string,
  limit: number,
): Promise<StoredRow[]> {
  const found = await db.read<[string, number, string]>(LIST, [scope, kind, after, limit]);
  return found.map(([id, version, json]) => ({ scope, kind, id, version, json }));
}

/** Org, the person's own, and each channel that they are a member of. */
export async function scopesOf(db: Database, userId: UserId): Promise<Scope[]> {
  const own = userScope(userId);
  const channels = await db.read<[ChannelId]>(MEMBERSHIPS, [own]);
  return [orgScope, own, ...channels.map(([id]) => channelScope(id))];
}
