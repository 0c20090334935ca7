import type { NoticeNews, NoticeView, ToldNotice } from '../../../shared/rpc/notice-views.ts';
import type { LiveTopics } from '../live/topics.ts';

/** More than these wait for nobody: the list and the badge say it. */
const MOST = 20;

type Taken = (shown: boolean) => void;

interface Waiting {
  readonly notice: ToldNotice;
  readonly taken: Taken | undefined;
}

/**
 * Notices that wait for a window to show them or to take them away. Whoever takes them has them, so
 * that of two windows one shows each. One with the id of an earlier one takes its place.
 */
export class Notices {
  readonly #topics: LiveTopics;
  readonly #sound: () => boolean;
  #waiting = new Map<string, Waiting>();
  #shows = false;
  #withdrawn = new Set<string>();

  /** `sound`: whether the person wants to hear them. */
  constructor(topics: LiveTopics, sound: () => boolean) {
    this.#topics = topics;
    this.#sound = sound;
  }

  /** Whether a window is there, as far as is known, that shows what it takes. */
  get shows(): boolean {
    return this.#shows;
  }

  /** `taken`: a window has it, and shows it or cannot. */
  add(notice: NoticeView, taken?: Taken): void {
    this.#put({ ...notice, silent: !this.#sound(), again: false }, taken);
  }

  /** It only says otherwise what was told already, and makes no sound. */
  change(notice: NoticeView): void {
    const waiting = this.#waiting.get(notice.id);
    // What nobody has seen yet is still to be told, as it is now.
    const { silent, again } = waiting?.notice ?? { silent: true, again: true };
    this.#put({ ...notice, silent, again }, waiting?.taken);
  }

  #put(notice: ToldNotice, taken: Taken | undefined): void {
    this.#withdrawn.delete(notice.id);
    this.#waiting.delete(notice.id);
    this.#waiting.set(notice.id, { notice, taken });
    for (const [oldest, waiting] of this.#waiting) {
      if (this.#waiting.size <= MOST) break;
      if (waiting.notice.type !== 'summary') this.#waiting.delete(oldest);
    }
    this.#topics.changed('notices');
  }

  /** What it told is read, gone or done: nobody has to see it any more. */
  withdraw(id: string): void {
    this.#waiting.delete(id);
    this.#withdrawn.add(id);
    this.#topics.changed('notices');
  }

  /** `shows`: whether the window that asks can show them, by the system and by policy. */
  take(shows = true): NoticeNews {
    const taken = [...this.#waiting.values()];
    const withdraw = [...this.#withdrawn];
    this.#shows = shows;
    this.#waiting.clear();
    this.#withdrawn.clear();
    for (const one of taken) one.taken?.(shows);
    return { show: taken.map(({ notice }) => notice), withdraw };
  }
}
