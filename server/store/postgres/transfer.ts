import pg from 'pg';
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
  type Transferable,
} from '../transfer.ts';
import { connectionOptions, Database } from './database.ts';
import { directoryValues, WRITE_DIRECTORY } from './directory.ts';
import { asUnavailable } from './failures.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { INSERT, SELECT } from './transfer-sql.ts';
import { sent, type Value } from './values.ts';

const BATCH = 1_000;

/**
 * A workspace in Postgres as a whole, over a connection of its own, whose statements may take as
 * long as they need.
 *
 * @throws {StoreUnavailable} where the database cannot be reached
 * @throws {NewerDatabase} where a newer relay has used it
 */
export async function openPostgresTransfer({ url }: { url: string }): Promise<Transferable> {
  const db = new Database(url, 1);
  try {
    await migrate(db, migrations);
  } finally {
    await db.close();
  }
  const client = new pg.Client(connectionOptions(url));
  // Whoever uses the connection next hears of it.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw asUnavailable(error);
  }
  return {
    async *dump() {
      try {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        yield* batches(client);
      } catch (error) {
        throw asUnavailable(error);
      } finally {
        await client.query('ROLLBACK').catch(() => {});
      }
    },
    async load(fill) {
      try {
        // A relay that uses it may read, and not write, until this has ended.
        await client.query(`
          BEGIN ISOLATION LEVEL READ COMMITTED;
          LOCK TABLE ${tables.map((table) => `balai.${table}`).join(', ')} IN EXCLUSIVE MODE`);
        await fill(await loading(client));
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {});
        throw asUnavailable(error);
      }
    },
    close: () => client.end(),
  };
}

/** Within a transaction. A cursor keeps a table of any size out of memory. */
async function* batches(client: pg.Client): AsyncGenerator<Batch> {
  for (const table of tables) {
    await client.query(`DECLARE dumping NO SCROLL CURSOR FOR ${SELECT[table]}`);
    for (;;) {
      const { rows } = await client.query(`FETCH ${BATCH} FROM dumping`);
      if (rows.length === 0) break;
      yield { table, records: rows } as Batch;
    }
    await client.query('CLOSE dumping');
  }
}

async function loading(client: pg.Client): Promise<Loading> {
  for (const table of tables) {
    const { rows } = await client.query(`SELECT 1 FROM balai.${table} LIMIT 1`);
    if (rows.length > 0) throw new StoreNotEmpty(table);
  }
  return {
    async put({ table, records }) {
      const values = fields[table].map((field) =>
        records.map(
          (record) => (record as unknown as Record<string, string | null>)[field] ?? null,
        ),
      );
      await client.query(INSERT[table], values.map(sent));
      if (table === 'rows') await enter(client, records);
    },
    dump: () => batches(client),
  };
}

async function enter(client: pg.Client, records: readonly RowRecord[]): Promise<void> {
  const entries = records.flatMap(({ scope, deleted, json }) => {
    if (deleted || scope !== orgScope) return [];
    return directoryEntry(scope, JSON.parse(json) as Row) ?? [];
  });
  if (entries.length === 0) return;
  const values: readonly Value[] = directoryValues(entries);
  await client.query(WRITE_DIRECTORY.text, values.map(sent));
}
