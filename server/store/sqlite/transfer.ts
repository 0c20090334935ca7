import type { Row } from '../../../shared/domain/registry.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { directoryEntry } from '../names.ts';
import {
  fields,
  StoreNotEmpty,
  tables,
  type Batch,
  type Loading,
  type RowRecord,
  type Table,
  type Transferable,
} from '../transfer.ts';
import { asUnavailable, openDatabase, type Db } from './database.ts';
import { DirectoryTable } from './directory.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

const BATCH = 1_000;

const SESSION = `id, user_id AS userId, device_id AS deviceId, device_name AS deviceName,
  refresh_hash AS refreshHash, previous_hash AS previousHash, created_at AS createdAt,
  seen_at AS seenAt, ended_at AS endedAt`;

const select: Readonly<Record<Table, string>> = {
  scopes: 'SELECT name AS scope, head, count FROM scopes ORDER BY name',
  rows: `SELECT name AS scope, version, kind, rows.id, deleted, position, parent, json
    FROM scopes CROSS JOIN rows ON scope_id = scopes.id ORDER BY name, version`,
  ops: 'SELECT op, actor, name, outcome FROM ops ORDER BY op',
  accounts: `SELECT user_id AS userId, name, password_hash AS passwordHash
    FROM accounts ORDER BY user_id`,
  sessions: `SELECT ${SESSION} FROM sessions ORDER BY id`,
  invites: `SELECT code_hash AS codeHash, user_id AS userId, expires_at AS expiresAt,
    used_at AS usedAt FROM invites ORDER BY code_hash`,
  settings: 'SELECT key, value FROM settings ORDER BY key',
};

const insert: Readonly<Record<Table, string>> = {
  scopes: 'INSERT INTO scopes (name, head, count, tick) VALUES (:scope, :head, :count, 0)',
  rows: `INSERT INTO rows (scope_id, version, kind, id, deleted, position, parent, json)
    VALUES ((SELECT id FROM scopes WHERE name = :scope), :version, :kind, :id, :deleted, :position,
      :parent, :json)`,
  ops: 'INSERT INTO ops (op, actor, name, outcome) VALUES (:op, :actor, :name, :outcome)',
  accounts: `INSERT INTO accounts (user_id, name, password_hash)
    VALUES (:userId, :name, :passwordHash)`,
  sessions: `INSERT INTO sessions (id, user_id, device_id, device_name, refresh_hash,
      previous_hash, created_at, seen_at, ended_at)
    VALUES (:id, :userId, :deviceId, :deviceName, :refreshHash, :previousHash, :createdAt, :seenAt,
      :endedAt)`,
  invites: `INSERT INTO invites (code_hash, user_id, expires_at, used_at)
    VALUES (:codeHash, :userId, :expiresAt, :usedAt)`,
  settings: 'INSERT INTO settings (key, value) VALUES (:key, :value)',
};

/**
 * A workspace in the embedded store as a whole, over a connection of its own.
 *
 * @throws {StoreUnavailable} where the file cannot be opened
 * @throws {NewerDatabase} where a newer relay has used it
 */
export async function openSqliteTransfer({ file }: { file: string }): Promise<Transferable> {
  const db = opened(file);
  return {
    async *dump() {
      db.exec('BEGIN');
      try {
        yield* batches(db);
      } catch (error) {
        throw asUnavailable(error);
      } finally {
        db.exec('COMMIT');
      }
    },
    async load(fill) {
      try {
        db.exec('BEGIN IMMEDIATE');
        await fill(loading(db));
        db.exec('COMMIT');
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw asUnavailable(error);
      }
    },
    close: async () => void db.close(),
  };
}

function opened(file: string): Db {
  try {
    const db = openDatabase(file);
    migrate(db, migrations);
    return db;
  } catch (error) {
    throw asUnavailable(error);
  }
}

/** Within a transaction. */
function* batches(db: Db): Generator<Batch> {
  for (const table of tables) {
    let records: Record<string, unknown>[] = [];
    for (const found of db.prepare<[], Record<string, unknown>>(select[table]).iterate()) {
      if (table === 'rows') found['deleted'] = found['deleted'] === 1;
      records.push(found);
      if (records.length < BATCH) continue;
      yield { table, records } as unknown as Batch;
      records = [];
    }
    if (records.length > 0) yield { table, records } as unknown as Batch;
  }
}

function loading(db: Db): Loading {
  for (const table of tables) {
    const found = db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
    if (found !== undefined) throw new StoreNotEmpty(table);
  }
  const statements = new Map(tables.map((table) => [table, db.prepare(insert[table])]));
  const directory = new DirectoryTable(db);
  return {
    async put({ table, records }) {
      const statement = statements.get(table)!;
      for (const record of records) statement.run(plain(table, record));
      if (table === 'rows') for (const record of records) enter(directory, record);
    },
    async *dump() {
      yield* batches(db);
    },
  };
}

/** SQLite has no truth values. */
function plain(table: Table, record: Batch['records'][number]): Record<string, unknown> {
  const values = record as unknown as Record<string, unknown>;
  return Object.fromEntries(
    fields[table].map((field) => {
      const value = values[field];
      return [field, typeof value === 'boolean' ? Number(value) : value];
    }),
  );
}

function enter(directory: DirectoryTable, { scope, deleted, json }: RowRecord): void {
  if (deleted || scope !== orgScope) return;
  const entry = directoryEntry(scope, JSON.parse(json) as Row);
  if (entry !== undefined) directory.write(entry);
}
