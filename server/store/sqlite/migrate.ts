import { NewerDatabase } from '../newer-database.ts';
import type { Db } from './database.ts';

export { NewerDatabase };

/** One step of the schema. Its place in the list is its number; it is never changed once released. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
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
