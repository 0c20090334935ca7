import type { Key } from '../../../shared/commands/command.ts';
import type { ChannelId, UserId } from '../../../shared/domain/ids.ts';
import type { Kind } from '../../../shared/domain/registry.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { StoredRow } from '../port.ts';
import type { Database, Statement } from './database.ts';

const GET: Statement = {
  name: 'rows-get',
  text: `
    SELECT key.scope, key.kind, key.id, version, json
    FROM unnest($1::text[], $2::text[], $3::text[]) AS key (scope, kind, id)
    JOIN balai.scopes ON scopes.name = key.scope
    JOIN balai.rows ON scope_id = scopes.id AND rows.kind = key.kind AND rows.id = key.id
    WHERE NOT deleted`,
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

/** The rows of these keys that exist, each once, in no order. */
export async function rowsByKey(db: Database, keys: readonly Key[]): Promise<StoredRow[]> {
  if (keys.length === 0) return [];
  const found = await db.read<[Scope, Kind, string, number, string]>(GET, [
    keys.map(({ scope }) => scope),
    keys.map(({ kind }) => kind),
    keys.map(({ id }) => id),
  ]);
  return found.map(([scope, kind, id, version, json]) => ({ scope, kind, id, version, json }));
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
