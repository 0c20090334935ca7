import type { Topic } from '../../../shared/rpc/topics.ts';
import { share } from './share.ts';
import type { Core, CoreAnswer, CoreArgs, CoreMethod } from './unbranded.ts';

/** Answers that nobody shows are kept for this many questions, so that going back is instant. */
const KEPT = 120;

/** What the core also answers while nobody is signed in. */
const ANYBODYS: ReadonlySet<CoreMethod> = new Set([
  'session',
  'preferences',
  'connection',
  'workspaces',
]);

interface Entry {
  readonly key: string;
  readonly method: CoreMethod;
  readonly ask: () => Promise<unknown>;
  readonly topics: ReadonlySet<string>;
  value: unknown;
  answered: boolean;
  /** Something it depends on has changed since the last question. */
  stale: boolean;
  asking: boolean;
  /** The last question failed; nobody asks again by merely drawing. */
  failed: boolean;
  readonly listeners: Set<() => void>;
  readonly query: LiveQuery<unknown>;
}

/** One question to the core and its present answer. The same question gives the same object. */
export interface LiveQuery<T> {
  /** The last answer; undefined before the first. */
  readonly current: () => T | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Answers of the core by question. A question that somebody shows is asked again when one of its
 * topics changes: never twice at a time, and with the old answer on the screen meanwhile.
 */
export class LiveStore {
  #core: Core;
  #entries = new Map<string, Entry>();
  #onError: (method: string, error: unknown) => void;

  constructor(core: Core, onError: (method: string, error: unknown) => void) {
    this.#core = core;
    this.#onError = onError;
  }

  /** Asks at once where there is no fresh answer, so that one is often here before the paint. */
  query<N extends CoreMethod>(
    method: N,
    args: CoreArgs<N>,
    topics: readonly Topic[],
  ): LiveQuery<CoreAnswer<N>> {
    const entry = this.#entry(method, args, topics);
    if (!entry.failed && (!entry.answered || entry.stale)) this.#ask(entry);
    return entry.query as LiveQuery<CoreAnswer<N>>;
  }

  /** Takes what the core said has changed. */
  changed(topics: readonly Topic[]): void {
    for (const entry of this.#entries.values()) {
      if (topics.some((topic) => entry.topics.has(topic))) this.#outdate(entry);
    }
  }

  /** Everything may have changed: another core answers now, or another person has signed in. */
  changedAll(): void {
    for (const entry of this.#entries.values()) this.#outdate(entry);
  }

  /**
   * Forgets every answer that was given to somebody who is signed in: nothing of it may be seen
   * by whoever signs in next.
   */
  forgetPerson(): void {
    for (const [key, entry] of this.#entries) {
      if (ANYBODYS.has(entry.method)) continue;
      this.#entries.delete(key);
      entry.value = undefined;
      entry.answered = false;
    }
  }

  #entry<N extends CoreMethod>(method: N, args: CoreArgs<N>, topics: readonly Topic[]): Entry {
    const key = `${method} ${JSON.stringify(args)}`;
    const known = this.#entries.get(key);
    if (known !== undefined) {
      // The most recently used come last, and `#trim` takes from the front.
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    const ask = this.#core[method] as (args: CoreArgs<N>) => Promise<unknown>;
    const entry: Entry = {
      key,
      method,
      ask: () => ask(args),
      topics: new Set(topics),
      value: undefined,
      answered: false,
      stale: false,
      asking: false,
      failed: false,
      listeners: new Set(),
      query: {
        current: () => entry.value,
        subscribe: (listener) => this.#subscribe(entry, listener),
      },
    };
    this.#entries.set(key, entry);
    this.#trim();
    return entry;
  }

  #trim(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= KEPT) return;
      if (entry.listeners.size === 0 && !entry.asking) this.#entries.delete(key);
    }
  }

  #subscribe(entry: Entry, listener: () => void): () => void {
    entry.listeners.add(listener);
    if (!this.#entries.has(entry.key)) this.#entries.set(entry.key, entry);
    if (!entry.answered || entry.stale) this.#ask(entry);
    return () => entry.listeners.delete(listener);
  }

  #outdate(entry: Entry): void {
    entry.stale = true;
    if (entry.listeners.size > 0) this.#ask(entry);
  }

  #ask(entry: Entry): void {
    if (entry.asking) return;
    entry.asking = true;
    entry.failed = false;
    entry.stale = false;
    entry.ask().then(
      (value) => this.#answer(entry, value),
      (error: unknown) => this.#fail(entry, error),
    );
  }

  #answer(entry: Entry, value: unknown): void {
    entry.asking = false;
    const before = entry.value;
    entry.value = share(before, value);
    const first = !entry.answered;
    entry.answered = true;
    if (first || entry.value !== before) for (const listener of [...entry.listeners]) listener();
    this.#askAgain(entry);
  }

  #fail(entry: Entry, error: unknown): void {
    entry.asking = false;
    entry.failed = true;
    this.#onError(entry.method, error);
    this.#askAgain(entry);
  }

  /** A change that came while the question was out: the answer may be older than it. */
  #askAgain(entry: Entry): void {
    if (entry.stale && entry.listeners.size > 0) this.#ask(entry);
  }
}
