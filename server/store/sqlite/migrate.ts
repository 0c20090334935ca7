import type { Db } from './database.ts';

/** One step of the schema. Its place in the list is its number; it is never changed once released. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The database was written by a newer relay than this one. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';

  constructor(found: number, known: number) {
    super(
      `the database is at schema ${found}, and this relay knows only up to ${known}: ` +
        'it was used by a newer version; install that version again, or restore a backup',
    );
  }
}

/** Brings the schema up to date, each step in a transaction of its own. */
export function migrate(db: Db, migrations: readonly Migration[]): void {
  const version = (): number => db.pragma('user_version', { simple: true }) as number;
  if (version() > migrations.length) throw new NewerDatabase(version(), migrations.length);
  for (const [index, { sql }] of migrations.entries()) {
    if (version() > index) continue;
    // Another process may open the same database now: who gets the lock first migrates.
    db.transaction(() => {
      if (version() > index) return;
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}
