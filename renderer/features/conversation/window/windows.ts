import type { Topic } from '../../../../shared/rpc/topics.ts';
import type { Core } from '../../../app/core/unbranded.ts';
import { MessageWindow } from './message-window.ts';

/** Channels that come back as they were left, without a question. */
const KEPT = 24;

/** The windows of the channels that were looked at last, most recent last. */
export class MessageWindows {
  readonly #core: Pick<Core, 'messages'>;
  readonly #onError: (error: unknown) => void;
  readonly #windows = new Map<string, MessageWindow>();

  constructor(core: Pick<Core, 'messages'>, onError: (error: unknown) => void) {
    this.#core = core;
    this.#onError = onError;
  }

  get(channelId: string): MessageWindow {
    const known = this.#windows.get(channelId);
    const window = known ?? new MessageWindow(channelId, this.#core, this.#onError);
    this.#windows.delete(channelId);
    this.#windows.set(channelId, window);
    for (const [id, other] of this.#windows) {
      if (this.#windows.size <= KEPT) break;
      if (!other.shown) this.#windows.delete(id);
    }
    return window;
  }

  /** Takes what the core said has changed. */
  changed(topics: readonly Topic[]): void {
    for (const topic of topics) {
      if (topic === 'session') this.#forget();
      // Of a group that one is in now, or not any more, each message may say so.
      else if (topic === 'company' || topic === 'groups') this.changedAll();
      else if (topic.startsWith('channel:')) {
        this.#windows.get(topic.slice('channel:'.length))?.changed();
      }
    }
  }

  /** Everything may have changed. */
  changedAll(): void {
    for (const window of this.#windows.values()) window.changed();
  }

  /** What nobody shows may be another person's by now. */
  #forget(): void {
    for (const [id, window] of this.#windows) if (!window.shown) this.#windows.delete(id);
  }
}
