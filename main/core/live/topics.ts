import type { Clock } from '../../../shared/domain/clock.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';

/** One notice a frame is as often as anybody can look. */
const FRAME_MS = 16;

/** Threads that may be open somewhere; the oldest is forgotten first. */
const WATCHED = 64;

/** Gathers what has changed and tells it in one go: at once after a quiet time, else once a frame. */
export class LiveTopics {
  readonly #clock: Clock;
  readonly #listeners = new Set<(topics: Topic[]) => void>();
  readonly #watched = new Set<Topic>();
  #changed = new Set<Topic>();
  #cancel: (() => void) | null = null;
  #last = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  subscribe(listener: (topics: Topic[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Somebody reads a thread: from now on its changes are told. All others would drown a catch-up. */
  watch(thread: `thread:${string}`): void {
    this.#watched.delete(thread);
    this.#watched.add(thread);
    for (const oldest of this.#watched) {
      if (this.#watched.size <= WATCHED) break;
      this.#watched.delete(oldest);
    }
  }

  changed(topic: Topic): void {
    if (topic.startsWith('thread:') && !this.#watched.has(topic)) return;
    this.#changed.add(topic);
    if (this.#cancel !== null) return;
    const since = this.#clock.now() - this.#last;
    // Somebody may have set the clock back; nothing waits for the old time to come again.
    const wait = since < 0 ? FRAME_MS : Math.max(0, FRAME_MS - since);
    this.#cancel = this.#clock.after(wait, () => {
      this.#cancel = null;
      this.#last = this.#clock.now();
      const topics = [...this.#changed];
      this.#changed = new Set();
      for (const listener of this.#listeners) listener(topics);
    });
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#listeners.clear();
  }
}
