import pg from 'pg';
import type { Clock } from '../../shared/domain/clock.ts';
import { connectionOptions } from '../store/postgres/database.ts';
import { asUnavailable } from '../store/postgres/failures.ts';
import { hintsOf, payloadsOf } from './payloads.ts';
import type { Bus, Hint } from './port.ts';

export interface PostgresBusOptions {
  /** The store's database. */
  readonly url: string;
  readonly clock: Clock;
  /** In [0, 1): spreads the attempts of nodes that lost the database at the same moment. */
  readonly random: () => number;
  /** Hears of a listener that threw; the others hear the hints all the same. */
  readonly fault: (error: unknown) => void;
  /** Hears each time that the line to the database is lost, or cannot be had again. */
  readonly lost?: (error: Error) => void;
}

type Listener = (hints: readonly Hint[]) => void;

const CHANNEL = 'balai';
/** The first pause before a new attempt, and the longest, ms. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** How long the server may take to pass hints on before the line counts as lost, ms. */
const ANSWER_MS = 10_000;
/** Hints that wait for the server, at most: older ones are of no use by then. */
const MOST_WAITING = 20_000;

/**
 * Hints between the nodes of one database, over LISTEN and NOTIFY, on a connection of its own. What
 * is published while there is no line is lost: the store's `moved` is the backstop (S13).
 */
export class PostgresBus implements Bus {
  readonly #options: PostgresBusOptions;
  readonly #listeners = new Set<Listener>();
  #client: pg.Client | undefined;
  #waiting: Hint[] = [];
  #sending: Promise<void> | undefined;
  #pause = FIRST_PAUSE_MS;
  #cancelAttempt: (() => void) | undefined;
  #closed = false;

  private constructor(options: PostgresBusOptions) {
    this.#options = options;
  }

  /**
   * Answers when it listens.
   *
   * @throws {StoreUnavailable} where the database cannot be reached
   */
  static async open(options: PostgresBusOptions): Promise<PostgresBus> {
    const bus = new PostgresBus(options);
    try {
      await bus.#connect();
    } catch (error) {
      bus.#closed = true;
      throw asUnavailable(error);
    }
    return bus;
  }

  publish(hints: readonly Hint[]): void {
    if (this.#closed || this.#client === undefined) return;
    this.#waiting.push(...hints);
    this.#waiting.splice(0, this.#waiting.length - MOST_WAITING);
    this.#sending ??= this.#send();
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#sending;
    this.#closed = true;
    this.#cancelAttempt?.();
    this.#listeners.clear();
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #connect(): Promise<void> {
    const { url } = this.#options;
    const client = new pg.Client({ ...connectionOptions(url), query_timeout: ANSWER_MS });
    client.on('error', (error) => this.#lose(client, error));
    client.on('end', () => this.#lose(client, new Error('the connection ended')));
    client.on('notification', ({ channel, payload }) => {
      if (channel === CHANNEL && payload !== undefined) this.#tell(hintsOf(payload));
    });
    try {
      await client.connect();
      // A notification has to be quick and need not outlive the server.
      await client.query(`SET synchronous_commit = off; LISTEN ${CHANNEL}`);
    } catch (error) {
      await end(client);
      throw error;
    }
    if (this.#closed) return end(client);
    this.#client = client;
    this.#pause = FIRST_PAUSE_MS;
  }

  /** Sends what waits, and what has come to wait meanwhile. */
  async #send(): Promise<void> {
    // Hints of one turn go together.
    await Promise.resolve();
    for (let client = this.#client; this.#waiting.length > 0; client = this.#client) {
      const payloads = payloadsOf(this.#waiting.splice(0));
      if (client === undefined || payloads.length === 0) continue;
      const calls = payloads.map((_, index) => `pg_notify('${CHANNEL}', $${index + 1})`);
      try {
        await client.query(`SELECT ${calls.join(', ')}`, payloads);
      } catch (error) {
        this.#lose(client, error as Error);
      }
    }
    this.#sending = undefined;
  }

  #lose(client: pg.Client, error: Error): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    this.#waiting = [];
    void end(client);
    this.#retry(error);
  }

  #retry(error: Error): void {
    const { clock, random, lost } = this.#options;
    lost?.(error);
    const pause = this.#pause * (0.5 + random() / 2);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
    this.#cancelAttempt = clock.after(pause, () => void this.#attempt());
  }

  async #attempt(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      if (!this.#closed) this.#retry(error as Error);
    }
  }

  #tell(hints: readonly Hint[]): void {
    if (hints.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(hints);
      } catch (error) {
        this.#options.fault(error);
      }
    }
  }
}

/** Whatever the line says to it: nobody needs it any more. */
const end = (client: pg.Client): Promise<void> => client.end().catch(() => {});
