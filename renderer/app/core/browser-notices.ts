import type { NativeNotice } from '../../../shared/rpc/shell-api.ts';
import { followLink } from '../router/router.ts';

/** As `shared/rpc/shell-api.ts` has them; null: all. */
type Withdrawn = readonly string[] | null;
type Notice = Omit<NativeNotice, 'answer'>;
/** What the other tabs are told: take these away, or show this instead where they show it. */
type Word = { readonly take: Withdrawn } | { readonly change: Notice };

/**
 * Notifications of a page in the system browser. A page without a worker of its own cannot have
 * them answered in place; a click opens the message.
 */
export class BrowserNotices {
  readonly #shown = new Map<string, Notification>();
  readonly #tellTabs: (word: Word) => void;

  constructor() {
    // Another tab may have shown what this one is told to take away, or to show otherwise.
    const port = new BroadcastChannel('balai-notices');
    port.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if ('take' in data) this.#take(data.take);
      else this.#change(data.change);
    });
    this.#tellTabs = (word) => port.postMessage(word);
  }

  /** The person has said so, in this browser. */
  get allowed(): boolean {
    return 'Notification' in window && Notification.permission === 'granted';
  }

  show(notice: Notice): void {
    if (!notice.again) return this.#put(notice);
    this.#change(notice);
    this.#tellTabs({ change: notice });
  }

  /** What the person has put away stays away. */
  #change(notice: Notice): void {
    if (this.#shown.has(notice.id)) this.#put(notice);
  }

  #put({ id, title, body, link, silent }: Notice): void {
    if (!this.allowed) return;
    // One that takes another's place rings again only where that is said, and where it is known.
    const options = { body, tag: id, silent, renotify: !silent };
    const notification = new Notification(title, options);
    this.#shown.set(id, notification);
    notification.addEventListener('click', () => {
      window.focus();
      followLink(link);
      notification.close();
    });
    notification.addEventListener('close', () => {
      if (this.#shown.get(id) === notification) this.#shown.delete(id);
    });
  }

  withdraw(ids: Withdrawn): void {
    this.#take(ids);
    this.#tellTabs({ take: ids });
  }

  #take(ids: Withdrawn): void {
    for (const id of ids ?? [...this.#shown.keys()]) {
      this.#shown.get(id)?.close();
      this.#shown.delete(id);
    }
  }
}
