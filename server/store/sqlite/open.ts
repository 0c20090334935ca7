import type { GroupResult, Store, Submitted } from '../port.ts';
import { sqliteAccounts } from './accounts.ts';
import { Committer } from './commit.ts';
import { CommitThread } from './committing/thread.ts';
import { asUnavailable, openDatabase, reach, type Db } from './database.ts';
import { DirectoryTable } from './directory.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { PageReader } from './pages.ts';
import { RowTable } from './rows.ts';
import { ScopeTable } from './scopes.ts';
import { SearchThread } from './search/thread.ts';

export interface SqliteStoreOptions {
  /** The database; made where there is none. Its folder must exist. */
  readonly file: string;
  /** Hears of commands that threw, which no command does on purpose. */
  readonly fault?: (error: unknown, command: Submitted) => void;
  /** Whether people are served from this thread: large groups then get one of their own. */
  readonly serves?: boolean;
}

/**
 * The embedded store. Its work is synchronous behind the port's promises, but for large groups and
 * search, which have threads of their own. One writer at a time; other processes may write too (S13).
 *
 * @throws {StoreUnavailable} where the file cannot be opened or written
 * @throws {NewerDatabase} where a newer relay has used it
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, fault = () => {}, serves = false } = options;
  let db: Db | undefined;
  try {
    db = openDatabase(file);
    const thread = serves ? new CommitThread({ file, fault }) : undefined;
    return storeOn(db, fault, thread);
  } catch (error) {
    db?.close();
    throw asUnavailable(error);
  }
}

/**
 * The store over a database that is open already.
 *
 * @param thread takes large groups off this thread; without it none is
 */
export function storeOn(
  db: Db,
  fault: (error: unknown, command: Submitted) => void,
  thread?: CommitThread,
): Store {
  migrate(db, migrations);
  const scopes = new ScopeTable(db);
  const rows = new RowTable(db, scopes);
  const pages = new PageReader(db, scopes, rows);
  const directory = new DirectoryTable(db);
  const committer = new Committer({ db, scopes, rows, directory }, fault);
  const search = new SearchThread(db.name);
  const commitBeside = async (
    by: CommitThread,
    group: readonly Submitted[],
    now: number,
    behind: boolean,
  ): Promise<GroupResult> => {
    const { result, tick } = await by.commit(group, now, behind);
    if (tick > 0) scopes.committed(tick);
    return result;
  };
  return {
    commit: (group, now, behind = false) =>
      thread?.takes(group) === true
        ? commitBeside(thread, group, now, behind)
        : reach(() => committer.commit(group, now).result),
    commitsBeside: (group) => thread?.takes(group) === true,
    commitsBehind: (group) => thread?.takesBehind(group) === true,
    pull: (scope, after, upTo, limit, bytes) =>
      reach(() => pages.pull(scope, after, upTo, limit, bytes)),
    history: (query) => reach(() => pages.history(query)),
    get: (keys) => reach(() => rows.get(keys)),
    list: (scope, kind, after, limit) => reach(() => rows.list(scope, kind, after, limit)),
    findPeople: (query, after, limit) => reach(() => directory.find('user', query, after, limit)),
    findChannels: (query, after, limit) =>
      reach(() => directory.find('channel', query, after, limit)),
    search: (question) => search.search(question),
    indexWords: () => search.index(),
    heads: (names) => reach(() => names.map((scope) => scopes.head(scope))),
    scopesOf: (userId) => reach(() => rows.scopesOf(userId)),
    moved: () => reach(() => scopes.moved()),
    accounts: sqliteAccounts(db),
    close: async () => {
      await thread?.close();
      await search.close();
      await reach(() => void db.close());
    },
  };
}
