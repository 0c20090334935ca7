import type { NoticeView } from '../../../shared/rpc/views.ts';
import type { LiveTopics } from '../live/topics.ts';

/** More than these wait for nobody: the list and the badge say it. */
const MOST = 20;

/**
 * Notices that wait for a window to show them. Whoever takes them has them, so that of two windows
 * one shows each. One with the id of an earlier one takes its place.
 */
export class Notices {
  readonly #topics: LiveTopics;
  #waiting = new Map<string, NoticeView>();

  constructor(topics: LiveTopics) {
    this.#topics = topics;
  }

  add(notice: NoticeView): void {
    this.#waiting.delete(notice.id);
    this.#waiting.set(notice.id, notice);
    for (const [oldest, { type }] of this.#waiting) {
      if (this.#waiting.size <= MOST) break;
      if (type !== 'summary') this.#waiting.delete(oldest);
    }
    this.#topics.changed('notices');
  }

  take(): NoticeView[] {
    const taken = [...this.#waiting.values()];
    this.#waiting.clear();
    return taken;
  }
}
