import type { NoticeNews, NoticeView, ToldNotice } from '../../../shared/rpc/notice-views.ts';
import type { LiveTopics } from '../live/topics.ts';

/** More than these wait for nobody: the list and the badge say it. */
const MOST = 20;

/**
 * Notices that wait for a window to show them or to take them away. Whoever takes them has them, so
 * that of two windows one shows each. One with the id of an earlier one takes its place.
 */
export class Notices {
  readonly #topics: LiveTopics;
  readonly #sound: () => boolean;
  #waiting = new Map<string, ToldNotice>();
  #withdrawn = new Set<string>();

  /** `sound`: whether the person wants to hear them. */
  constructor(topics: LiveTopics, sound: () => boolean) {
    this.#topics = topics;
    this.#sound = sound;
  }

  add(notice: NoticeView): void {
    this.#put({ ...notice, silent: !this.#sound(), again: false });
  }

  /** It only says otherwise what was told already, and makes no sound. */
  change(notice: NoticeView): void {
    const waiting = this.#waiting.get(notice.id);
    // What nobody has seen yet is still to be told, as it is now.
    const { silent, again } = waiting ?? { silent: true, again: true };
    this.#put({ ...notice, silent, again });
  }

  #put(notice: ToldNotice): void {
    this.#withdrawn.delete(notice.id);
    this.#waiting.delete(notice.id);
    this.#waiting.set(notice.id, notice);
    for (const [oldest, { type }] of this.#waiting) {
      if (this.#waiting.size <= MOST) break;
      if (type !== 'summary') this.#waiting.delete(oldest);
    }
    this.#topics.changed('notices');
  }

  /** What it told is read, gone or done: nobody has to see it any more. */
  withdraw(id: string): void {
    this.#waiting.delete(id);
    this.#withdrawn.add(id);
    this.#topics.changed('notices');
  }

  take(): NoticeNews {
    const news = { show: [...this.#waiting.values()], withdraw: [...this.#withdrawn] };
    this.#waiting.clear();
    this.#withdrawn.clear();
    return news;
  }
}
