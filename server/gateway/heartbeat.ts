import { StoreUnavailable } from '../store/port.ts';
import type { Connection } from './connection.ts';
import type { GatewayContext } from './context.ts';
import { PRESENCE_REFRESH_MS } from './presence.ts';

const BEAT_MS = 1_000;
const SESSIONS_EVERY = 5;
const PRESENCE_EVERY = PRESENCE_REFRESH_MS / BEAT_MS;

/**
 * What must happen although nothing happens: silent connections end, and what hints did not tell
 * is found in the store (S13).
 */
export class Heartbeat {
  readonly #context: GatewayContext;
  readonly #connections: ReadonlySet<Connection>;
  readonly #revoke: (sessionIds: readonly string[]) => void;
  #beats = 0;
  #cancel: (() => void) | undefined;

  constructor(
    context: GatewayContext,
    connections: ReadonlySet<Connection>,
    revoke: (sessionIds: readonly string[]) => void,
  ) {
    this.#context = context;
    this.#connections = connections;
    this.#revoke = revoke;
  }

  start(): void {
    this.#cancel = this.#context.clock.after(BEAT_MS, () => {
      void this.#beat().finally(() => {
        if (this.#cancel !== undefined) this.start();
      });
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  async #beat(): Promise<void> {
    const { clock, presence, log } = this.#context;
    this.#beats++;
    const now = clock.now();
    for (const connection of this.#connections) connection.check(now);
    if (this.#beats % PRESENCE_EVERY === 0) presence.refresh();
    try {
      await this.#askStore();
    } catch (error) {
      if (error instanceof StoreUnavailable) log.warn({ reason: error.message }, 'no store');
      else log.error({ err: error }, 'the heartbeat failed');
    }
  }

  async #askStore(): Promise<void> {
    const { store, fanout, authenticator } = this.#context;
    for (const { scope, head } of await store.moved()) fanout.hint(scope, head);
    fanout.retry();
    if (this.#beats % SESSIONS_EVERY !== 0) return;
    const sessions = new Set<string>();
    for (const one of this.#connections) if (one.identified) sessions.add(one.sessionId);
    if (sessions.size > 0) this.#revoke(await authenticator.endedSessions([...sessions]));
  }
}
