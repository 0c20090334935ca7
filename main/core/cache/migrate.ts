import { CacheError } from './cache-error.ts';
import type { Db } from './open.ts';
import { first } from './migrations/0001-first.ts';
import { places } from './migrations/0003-places.ts';
import { activity } from './migrations/0004-activity.ts';
import { files } from './migrations/0005-files.ts';
import { durations } from './migrations/0006-durations.ts';
import { groups } from './migrations/0007-groups.ts';
import { searchTables } from '../search/schema.ts';

/** In order; a migration that has been released never changes. */
const migrations: readonly string[] = [
  ...[first, searchTables, places, activity, files, durations, groups],
];

/** Brings the tables up to date, each step in a transaction of its own. */
export function migrate(db: Db): void {
  const present = db.pragma('user_version', { simple: true }) as number;
  if (present > migrations.length) throw new CacheError('newer');
  for (let version = present; version < migrations.length; version++) {
    db.transaction(() => {
      db.exec(migrations[version]!);
      db.pragma(`user_version=${version + 1}`);
    })();
  }
}
