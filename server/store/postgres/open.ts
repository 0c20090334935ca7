import type { Clock } from '../../../shared/domain/clock.ts';
import type { Store, Submitted } from '../port.ts';
import { postgresAccounts } from './accounts.ts';
import { Committer } from './commit.ts';
import { Database } from './database.ts';
import { findByName } from './directory.ts';
import { history } from './history.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { MovedScopes } from './moved-scopes.ts';
import { pull } from './pages.ts';
import { rowsByKey, rowsOfKind, scopesOf } from './rows.ts';
import { headsOf } from './scopes.ts';
import { followRows } from './search/follower.ts';
import { searchMessages } from './search/searcher.ts';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`, with libpq's parameters (`?sslmode=verify-full`). */
  readonly url: string;
  readonly clock: Clock;
  /** In [0, 1): spreads the attempts of nodes that were in each other's way. */
  readonly random: () => number;
  /** Most connections at once. */
  readonly connections?: number;
  /** Hears of commands that threw, which no command does on purpose. */
  readonly fault?: (error: unknown, command: Submitted) => void;
}

const CONNECTIONS = 10;

/**
 * The store of a workspace with several nodes, or with a database that its IT department keeps:
 * PostgreSQL 15 or newer. Everything is in the schema `balai`, which is made where there is none.
 *
 * @throws {StoreUnavailable} where the database cannot be reached
 * @throws {NewerDatabase} where a newer relay has used it
 * @throws {WrongEncoding} where it does not keep text as UTF-8
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const db = new Database(options.url, options.connections ?? CONNECTIONS);
  try {
    return await storeOn(db, options);
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** The store behind these connections; closing it closes them. */
export async function storeOn(
  db: Database,
  { clock, random, fault = () => {} }: Omit<PostgresStoreOptions, 'url'>,
): Promise<Store> {
  await migrate(db, migrations);
  const moved = await MovedScopes.from(db);
  const committer = new Committer({ db, moved, clock, random, fault });
  return {
    commit: (group, now) => committer.commit(group, now),
    commitsBeside: () => true,
    pull: (scope, after, upTo, limit, bytes) => pull(db, scope, after, upTo, limit, bytes),
    history: (query) => history(db, query),
    get: (keys) => rowsByKey(db, keys),
    list: (scope, kind, after, limit) => rowsOfKind(db, scope, kind, after, limit),
    findPeople: (query, after, limit) => findByName(db, 'user', query, after, limit),
    findChannels: (query, after, limit) => findByName(db, 'channel', query, after, limit),
    search: (question) => searchMessages(db, question),
    indexWords: () => followRows(db),
    heads: (scopes) => headsOf(db, scopes),
    scopesOf: (userId) => scopesOf(db, userId),
    moved: () => moved.look(),
    accounts: postgresAccounts(db),
    close: () => db.close(),
  };
}
