import type { Table } from '../transfer.ts';

/** Each table's records, with columns called after their fields, in the order of `dump`. */
export const SELECT: Readonly<Record<Table, string>> = {
  scopes: 'SELECT name AS scope, head, count FROM balai.scopes ORDER BY name',
  rows: `
    SELECT name AS scope, version, kind, rows.id, deleted, position, parent, json
    FROM balai.rows JOIN balai.scopes ON scopes.id = scope_id ORDER BY name, version`,
  ops: 'SELECT op, actor, name, outcome FROM balai.ops ORDER BY op',
  accounts: `
    SELECT user_id AS "userId", name, password_hash AS "passwordHash"
    FROM balai.accounts ORDER BY user_id`,
  sessions: `
    SELECT id, user_id AS "userId", device_id AS "deviceId", device_name AS "deviceName",
      refresh_hash AS "refreshHash", previous_hash AS "previousHash", created_at AS "createdAt",
      seen_at AS "seenAt", ended_at AS "endedAt"
    FROM balai.sessions ORDER BY id`,
  invites: `
    SELECT code_hash AS "codeHash", user_id AS "userId", expires_at AS "expiresAt",
      used_at AS "usedAt"
    FROM balai.invites ORDER BY code_hash`,
  settings: 'SELECT key, value FROM balai.settings ORDER BY key',
};

/** Takes one array for each of the table's `fields`. */
export const INSERT: Readonly<Record<Table, string>> = {
  scopes: `
    WITH begun AS (UPDATE balai.search_mark SET settled = '0')
    INSERT INTO balai.scopes (name, head, count, moved_by)
    SELECT name, head, count, '0' FROM unnest($1::text[], $2::bigint[], $3::bigint[])
      AS given (name, head, count)`,
  rows: `
    INSERT INTO balai.rows (scope_id, version, kind, id, deleted, position, parent, json)
    SELECT scopes.id, version, kind, given.id, deleted, position, parent, json
    FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::boolean[], $6::bigint[],
        $7::text[], $8::text[])
      AS given (scope, version, kind, id, deleted, position, parent, json)
    JOIN balai.scopes ON name = scope`,
  ops: `
    INSERT INTO balai.ops (op, actor, name, outcome)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])`,
  accounts: `
    INSERT INTO balai.accounts (user_id, name, password_hash)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
  sessions: `
    INSERT INTO balai.sessions (id, user_id, device_id, device_name, refresh_hash, previous_hash,
      created_at, seen_at, ended_at)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
      $7::bigint[], $8::bigint[], $9::bigint[])`,
  invites: `
    INSERT INTO balai.invites (code_hash, user_id, expires_at, used_at)
    SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])`,
  settings: `
    INSERT INTO balai.settings (key, value)
    SELECT * FROM unnest($1::text[], $2::text[])`,
};
