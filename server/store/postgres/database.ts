import pg from 'pg';
import { asUnavailable } from './failures.ts';
import { sent, type Value } from './values.ts';

/** SQL that each connection prepares once, under its name. */
export interface Statement {
  /** Absent for one that is planned at each call: where a plan depends on what the tables hold. */
  readonly name?: string;
  readonly text: string;
}

/** How long the server lets a statement wait for another node's lock, ms. */
const LOCK_MS = 10_000;
/** The longest that a statement may run, ms. */
const STATEMENT_MS = 30_000;
/** How long a node that fell silent within a transaction keeps its locks, ms. */
const SILENT_MS = 15_000;
/** How long to wait for a connection, ms. */
const CONNECT_MS = 10_000;
/** How long to wait for an answer on a line that may be dead, ms: longer than any statement runs. */
const ANSWER_MS = 45_000;

/**
 * S10: a commit that is answered before it is on disk is not a commit, whatever the server's default.
 *
 * Every statement looks a few rows up by an index that was made for it, and is planned once, maybe
 * while the tables are empty: a plan that reads whole tables is good then and bad for ever after.
 */
const SETTLE = `
  SELECT
    set_config('lock_timeout', '${LOCK_MS}', false),
    set_config('statement_timeout', '${STATEMENT_MS}', false),
    set_config('idle_in_transaction_session_timeout', '${SILENT_MS}', false),
    set_config('enable_seqscan', 'off', false),
    set_config('enable_bitmapscan', 'off', false),
    set_config('enable_hashjoin', 'off', false),
    set_config('enable_mergejoin', 'off', false),
    set_config('plan_cache_mode', 'force_generic_plan', false),
    CASE WHEN current_setting('synchronous_commit') = 'off'
      THEN set_config('synchronous_commit', 'on', false) END`;

/** Versions and times come as numbers: they stay below 2^53. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/** How every connection of the relay is made. */
export const connectionOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'balai',
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  types,
});

/**
 * One connection, held for a while. A statement is sent at once, without waiting for the answers
 * of those before it; `together` waits for several.
 */
export class Connection {
  readonly #client: pg.PoolClient;
  #broken = false;
  #corked = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    client.on('error', this.#lost);
  }

  /** Gives it back to the pool, which closes it where it may not be used again. */
  release(): void {
    this.#client.off('error', this.#lost);
    this.#client.release(this.#broken);
  }

  /** Whether it must not be used again. */
  get broken(): boolean {
    return this.#broken;
  }

  run<R extends unknown[]>(
    statement: Statement,
    values: readonly Value[],
  ): Promise<pg.QueryArrayResult<R>> {
    const query = { ...statement, values: values.map(sent) as unknown[], rowMode: 'array' };
    this.#cork();
    return this.#watch(this.#client.query<R>(query as pg.QueryArrayConfig));
  }

  /** Plain SQL, not prepared: the beginning and the end of a transaction. */
  say(sql: string): Promise<pg.QueryResult> {
    this.#cork();
    return this.#watch(this.#client.query(sql));
  }

  /** Statements of one turn leave in one write: the server is woken once for all of them. */
  #cork(): void {
    if (this.#corked) return;
    this.#corked = true;
    const { stream } = this.#client.connection;
    stream.cork();
    process.nextTick(() => {
      this.#corked = false;
      stream.uncork();
    });
  }

  /** Also while no statement waits for an answer. */
  readonly #lost = (): void => {
    this.#broken = true;
  };

  async #watch<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      // A statement that the server refused leaves the connection whole; anything else may not.
      const refused = error instanceof pg.DatabaseError && error.severity === 'ERROR';
      if (!refused) this.#broken = true;
      throw error;
    }
  }
}

/** Waits for all; fails with the first failure by order, which is the cause of those behind it. */
export async function together<T extends readonly unknown[]>(
  answers: readonly [...{ [I in keyof T]: Promise<T[I]> | T[I] }],
): Promise<T> {
  const settled = await Promise.allSettled(answers as readonly Promise<unknown>[]);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

/**
 * The relay's connections. Every failure of the server or of the way to it is told as
 * `StoreUnavailable`; a mistake in the code stays what it is.
 */
export class Database {
  readonly #pool: pg.Pool;

  constructor(url: string, connections: number) {
    this.#pool = new pg.Pool({
      ...connectionOptions(url),
      max: connections,
      query_timeout: ANSWER_MS,
      pipeline: true,
      // Once for each new connection, before it is lent.
      verify: (client, done) => client.query(SETTLE, (error) => done(error)),
    });
    // An idle connection was lost: the pool has dropped it, and makes another when one is needed.
    this.#pool.on('error', () => {});
  }

  /** One statement in a transaction of its own; answers its rows. */
  read<R extends unknown[]>(statement: Statement, values: readonly Value[] = []): Promise<R[]> {
    return this.hold(async (connection) => (await connection.run<R>(statement, values)).rows);
  }

  /** One statement in a transaction of its own; answers how many rows it changed. */
  change(statement: Statement, values: readonly Value[]): Promise<number> {
    return this.hold(async (connection) => (await connection.run(statement, values)).rowCount ?? 0);
  }

  /** Lends a connection until `use` has ended. */
  async hold<T>(use: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      const connection = new Connection(await this.#pool.connect());
      try {
        return await use(connection);
      } finally {
        connection.release();
      }
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /**
   * Runs `work` in a transaction that `begin` opens. It is kept where `work` has awaited `commit`,
   * and otherwise rolled back. `work` must have awaited all its statements when it ends.
   */
  transaction<T>(
    begin: string,
    work: (connection: Connection, commit: () => Promise<void>) => Promise<T>,
  ): Promise<T> {
    return this.hold(async (connection) => {
      let committed = false;
      const commit = async (): Promise<void> => {
        const { command } = await connection.say('COMMIT');
        // What the server answers where a statement before it has failed.
        if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
        committed = true;
      };
      const [begun, worked] = await Promise.allSettled([
        connection.say(begin),
        work(connection, commit),
      ]);
      if (!committed && !connection.broken) await connection.say('ROLLBACK');
      if (begun.status === 'rejected') throw begun.reason;
      if (worked.status === 'rejected') throw worked.reason;
      return worked.value;
    });
  }

  /** Calls back whenever a connection has ended, by whomever. */
  onEnded(listener: () => void): void {
    this.#pool.on('remove', listener);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
