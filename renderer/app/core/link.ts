import type { Clock } from '../../../shared/domain/clock.ts';
import { clientOf, connect, RpcError, type Connected } from '../../../shared/rpc/connect.ts';
import type { CoreApi } from '../../../shared/rpc/core-api.ts';
import type { Port } from '../../../shared/rpc/port.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';
import type { Core } from './unbranded.ts';

/** `starting`: no core yet. `lost`: there was one, and the next is being waited for. */
export type LinkState = 'starting' | 'connected' | 'lost';

/** Opens a port to the core; rejects where there is none at this time. */
export type OpenPort = () => Promise<Port>;

/** How long a call waits for a core that is away before it fails, ms. */
const CALL_WAITS = 15_000;
/** From one try to the next, ms: at once at first, as a host that restarts is back in a second. */
const PAUSES = [0, 100, 250, 500, 1_000, 2_000] as const;

interface Waiting {
  go(connected: Connected<CoreApi>): void;
}

/**
 * The line to the data core, which outlives any one port: S14 holds here too. A call made while
 * the core is away waits for it; one that was on the way when the port closed fails, and its
 * caller decides, for only a read may be repeated blindly.
 */
export class CoreLink {
  readonly core: Core;
  #open: OpenPort;
  #clock: Clock;
  #connected: Connected<CoreApi> | undefined;
  #state: LinkState = 'starting';
  #waiting = new Set<Waiting>();
  #tries = 0;
  #topicListeners = new Set<(topics: readonly Topic[]) => void>();
  #stateListeners = new Set<() => void>();

  constructor(open: OpenPort, clock: Clock) {
    this.#open = open;
    this.#clock = clock;
    this.core = clientOf((name, args) => this.#call(name, args)) as Core;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Begins to connect, and connects again for as long as the page lives. */
  start(): void {
    void this.#try();
  }

  onTopics(listener: (topics: readonly Topic[]) => void): () => void {
    this.#topicListeners.add(listener);
    return () => this.#topicListeners.delete(listener);
  }

  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  async #try(): Promise<void> {
    try {
      const port = await this.#open();
      this.#adopt(port);
    } catch {
      this.#tryLater();
    }
  }

  #tryLater(): void {
    const pause = PAUSES[Math.min(this.#tries++, PAUSES.length - 1)] ?? 0;
    this.#clock.after(pause, () => void this.#try());
  }

  #adopt(port: Port): void {
    const connected = connect<CoreApi>(port);
    connected.onTopics((topics) => {
      for (const listener of this.#topicListeners) listener(topics);
    });
    port.onClose(() => {
      this.#connected = undefined;
      this.#setState('lost');
      this.#tryLater();
    });
    this.#tries = 0;
    this.#connected = connected;
    this.#setState('connected');
    for (const call of [...this.#waiting]) call.go(connected);
    this.#waiting.clear();
  }

  #setState(state: LinkState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
  }

  #call(name: string, args: unknown): Promise<unknown> {
    if (this.#connected !== undefined) return this.#connected.call(name, args);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        go: (connected) => {
          cancel();
          connected.call(name, args).then(resolve, reject);
        },
      };
      const cancel = this.#clock.after(CALL_WAITS, () => {
        this.#waiting.delete(waiting);
        reject(new RpcError('the core is away'));
      });
      this.#waiting.add(waiting);
    });
  }
}
