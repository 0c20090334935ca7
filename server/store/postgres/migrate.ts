import { NewerDatabase } from '../newer-database.ts';
import type { Connection, Database } from './database.ts';
import { lockMigration } from './locks.ts';

/** One step of the schema. Its place in the list is its number; it is never changed once released. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The encoding is the one thing of the database that cannot be chosen later. */
export class WrongEncoding extends Error {
  override readonly name = 'WrongEncoding';

  constructor(encoding: string) {
    super(`the database keeps text as ${encoding}; make it with ENCODING 'UTF8'`);
  }
}

const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL statement_timeout = 0;
  SET LOCAL lock_timeout = 0; ${lockMigration}`;

/**
 * Brings the schema `balai` up to date. All steps are one transaction under a lock, so that of
 * several nodes that start at once one migrates and the others wait for it.
 */
export function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
  return db.transaction(BEGIN, async (connection, commit) => {
    const encoding = await one<string>(
      connection,
      `SELECT current_setting('server_encoding') AS it`,
    );
    if (encoding !== 'UTF8') throw new WrongEncoding(encoding);
    const found = await one<string | null>(
      connection,
      `SELECT to_regnamespace('balai')::text AS it`,
    );
    // Only where it is missing: an account that may not make schemas can use one made for it.
    if (found === null) await connection.say('CREATE SCHEMA balai');
    await connection.say(`
      CREATE TABLE IF NOT EXISTS balai.migrations (
        number integer PRIMARY KEY,
        name text NOT NULL,
        done_at timestamptz NOT NULL DEFAULT now()
      )`);
    const done = await one<number>(
      connection,
      'SELECT count(*)::integer AS it FROM balai.migrations',
    );
    if (done > migrations.length) throw new NewerDatabase(done, migrations.length);
    for (const [index, { name, sql }] of migrations.entries()) {
      if (index < done) continue;
      await connection.say(sql);
      await connection.run(NOTE, [index + 1, name]);
    }
    await commit();
  });
}

const NOTE = {
  name: 'migrate-note',
  text: 'INSERT INTO balai.migrations (number, name) VALUES ($1, $2)',
};

async function one<T>(connection: Connection, sql: string): Promise<T> {
  const { rows } = await connection.say(sql);
  return (rows[0] as { it: T }).it;
}
