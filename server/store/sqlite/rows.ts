import type { Key } from '../../../shared/commands/command.ts';
import type { ChannelId, UserId } from '../../../shared/domain/ids.ts';
import type { Kind } from '../../../shared/domain/registry.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { LoadedRow, RowWrite } from '../../services/commands/group-rows.ts';
import type { StoredRow } from '../port.ts';
import type { Db } from './database.ts';
import type { ScopeTable } from './scopes.ts';

const INSERT = `INSERT INTO rows (scope_id, version, kind, id, deleted, position, parent, json)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

type Found = [version: number, json: string, deleted: number];
type Listed = [id: string, version: number, json: string];

/** Rows by their key: what commands read and write. */
export class RowTable {
  readonly #scopes: ScopeTable;
  readonly #statements;

  constructor(db: Db, scopes: ScopeTable) {
    this.#scopes = scopes;
    this.#statements = {
      find: db
        .prepare<[number, string, string]>(
          'SELECT version, json, deleted FROM rows WHERE scope_id = ? AND kind = ? AND id = ?',
        )
        .raw(),
      list: db
        .prepare<[number, string, string, number]>(
          `SELECT id, version, json FROM rows
           WHERE scope_id = ? AND kind = ? AND id > ? AND deleted = 0 ORDER BY id LIMIT ?`,
        )
        .raw(),
      ids: db
        .prepare<[number, string]>(
          'SELECT id FROM rows WHERE scope_id = ? AND kind = ? AND deleted = 0 ORDER BY id',
        )
        .pluck(),
      insert: db.prepare(INSERT),
      write: db.prepare(
        `${INSERT}
         ON CONFLICT (scope_id, kind, id) DO UPDATE SET
           version = excluded.version, deleted = excluded.deleted, position = excluded.position,
           parent = excluded.parent, json = excluded.json`,
      ),
    };
  }

  find({ scope, kind, id }: Key): LoadedRow | undefined {
    const scopeId = this.#scopes.id(scope);
    if (scopeId === undefined) return undefined;
    const found = this.#statements.find.get(scopeId, kind, id) as Found | undefined;
    if (found === undefined) return undefined;
    const [version, json, deleted] = found;
    return { scope, kind, id, version, json, deleted: deleted === 1 };
  }

  get(keys: readonly Key[]): StoredRow[] {
    const rows: StoredRow[] = [];
    for (const key of keys) {
      const found = this.find(key);
      if (found === undefined || found.deleted) continue;
      const { scope, kind, id, version, json } = found;
      rows.push({ scope, kind, id, version, json });
    }
    return rows;
  }

  list(scope: Scope, kind: Kind, after: string, limit: number): StoredRow[] {
    const scopeId = this.#scopes.id(scope);
    if (scopeId === undefined) return [];
    const found = this.#statements.list.all(scopeId, kind, after, limit) as Listed[];
    return found.map(([id, version, json]) => ({ scope, kind, id, version, json }));
  }

  scopesOf(userId: UserId): Scope[] {
    const own = userScope(userId);
    const scopeId = this.#scopes.id(own);
    if (scopeId === undefined) return [orgScope, own];
    const channels = this.#statements.ids.all(scopeId, 'membership') as ChannelId[];
    return [orgScope, own, ...channels.map(channelScope)];
  }

  write({ scope, version, kind, id, deleted, position, parent, json, fresh }: RowWrite): void {
    const scopeId = this.#scopes.idToWrite(scope);
    const { insert, write } = this.#statements;
    const statement = fresh ? insert : write;
    statement.run(scopeId, version, kind, id, deleted ? 1 : 0, position, parent, json);
  }
}
