import type { ChannelId } from '../../shared/domain/ids.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import type { Core } from '../../main/core/core-port.ts';

const EVERY_MS = 100;

/**
 * Somebody who opens one channel after another, from within the core's process. The time of a page
 * counts from when it was due, so that a core that is busy with something else shows.
 */
export class PageAsker {
  readonly #handlers: Core['handlers'];
  readonly #channels: readonly ChannelId[];
  readonly #random = new SeededRandom(17);
  readonly #times: number[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(handlers: Core['handlers'], channels: readonly ChannelId[]) {
    this.#handlers = handlers;
    this.#channels = channels;
  }

  start(): void {
    const due = performance.now() + EVERY_MS;
    this.#timer = setTimeout(() => void this.#ask(due), EVERY_MS);
  }

  /** Times so far, ms. */
  stop(): readonly number[] {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return this.#times;
  }

  async #ask(due: number): Promise<void> {
    const channelId = this.#random.pick(this.#channels);
    await this.#handlers.messages({ channelId, at: { from: 'newest' }, limit: 50 });
    if (this.#timer === null) return;
    this.#times.push(performance.now() - due);
    this.start();
  }
}
