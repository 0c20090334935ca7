import type { MessagePage } from '../../../../shared/rpc/views.ts';
import { share } from '../../../app/core/share.ts';
import type { Core, CoreArgs } from '../../../app/core/unbranded.ts';
import { joinPages, partOfPage } from './join-pages.ts';
import { isUnsent } from './unsent.ts';

/** Messages of the first paint: an office laptop shows a dozen. A taller screen asks for more at once. */
const FIRST = 24;
/** Messages that scrolling adds at a time. */
const PAGE = 50;
/** Messages that are drawn at most; beyond it the far side goes. */
const MOST = 200;
/**
 * Messages that are kept on either side of what was on the screen of a channel that nobody looks at
 * any more: it comes back at once, and the fewer there are the sooner.
 */
const BESIDE = 2;
/** Most that the core gives at once. */
const LIMIT = 400;
const END = Number.MAX_SAFE_INTEGER;

export type OpenAt =
  | { from: 'newest' }
  | { from: 'unread' }
  /** `back`: to where it was left, rather than to show this message. */
  | { from: 'message'; messageId: string; back?: boolean };

export interface WindowView {
  /** null before the first answer. */
  readonly page: MessagePage | null;
  /** Where the list has to go; a new object for each time that it has to. */
  readonly goTo: OpenAt | null;
  /** "New" stands after this position, until the channel is left; null for nowhere. */
  readonly newAfter: number | null;
}

/** Where the list was left; see scroll-keeper.ts. */
export interface Left {
  readonly atEnd: boolean;
  readonly key: string | null;
  readonly offset: number;
  /** Rows that were on the screen. */
  readonly seen: number;
}

type Step = { open: OpenAt } | 'older' | 'newer' | 'refresh';

/**
 * The part of one channel that is drawn. It grows at the end that is scrolled to, follows what
 * is new while the newest is on the screen, and asks for its own bounds again when the core says
 * that the channel has changed. One question at a time; a new place drops the older questions.
 */
export class MessageWindow {
  readonly channelId: string;
  readonly #core: Pick<Core, 'messages'>;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  #view: WindowView = { page: null, goTo: null, newAfter: null };
  #steps: Step[] = [];
  #running = false;
  /** Counts places; an answer for an older one is dropped. */
  #place = 0;
  #following = true;
  /** Nothing more came at this end; ask again only after a change. */
  #ended = { older: false, newer: false };
  #stale = false;
  #left: Left | null = null;
  #failed: OpenAt | null = null;
  /** The newest is on the screen and somebody looks at it. */
  #reading = false;
  /** Somebody wants it unread; it stays so until they leave. */
  #keptUnread = false;

  constructor(
    channelId: string,
    core: Pick<Core, 'messages'>,
    onError: (error: unknown) => void = () => {},
  ) {
    this.channelId = channelId;
    this.#core = core;
    this.#onError = onError;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): WindowView => this.#view;

  /** Whether somebody shows it. */
  get shown(): boolean {
    return this.#listeners.size > 0;
  }

  /** Where it was left, if it can be shown so at once. */
  get left(): Left | null {
    return this.#left;
  }

  get keptUnread(): boolean {
    return this.#keptUnread;
  }

  /**
   * Somebody comes to look. What is here and fresh is shown as it was left; otherwise it is asked
   * for: where they were reading, else the first unread message.
   */
  enter(messageId: string | null): void {
    const left = this.#left;
    if (messageId !== null) {
      if (!this.goToDrawn(messageId)) this.open({ from: 'message', messageId });
    } else if (this.#view.page === null || this.#stale) {
      const key = left === null || left.atEnd ? null : left.key;
      this.open(
        key === null ? { from: 'unread' } : { from: 'message', messageId: key, back: true },
      );
    }
  }

  /** Shows another place. */
  open(at: OpenAt): void {
    this.#place += 1;
    this.#steps = [{ open: at }];
    this.#failed = null;
    this.#following = at.from === 'newest';
    void this.#run();
  }

  /** Goes to a message that is drawn already; false where it is not. */
  goToDrawn(messageId: string): boolean {
    if (!this.#view.page?.messages.some((one) => one.id === messageId)) return false;
    this.#set({ ...this.#view, goTo: { from: 'message', messageId } });
    return true;
  }

  /** Goes to the newest message. */
  jumpToNewest(): void {
    this.#following = true;
    if (this.#view.page?.atNewest === true) {
      this.#set({ ...this.#view, goTo: { from: 'newest' } });
    } else this.open({ from: 'newest' });
  }

  /** Whether the newest is on the screen: then what comes is drawn at once. */
  follow(following: boolean): void {
    this.#following = following;
  }

  loadOlder(): void {
    const page = this.#view.page;
    if (page === null || page.atOldest || this.#ended.older) return;
    const first = page.messages[0]?.position;
    // Nothing is known below a hole that reaches down to the beginning.
    if (page.holes.some((hole) => hole.after === 0 && hole.before === first)) return;
    this.#add('older');
  }

  loadNewer(): void {
    const page = this.#view.page;
    // What is not on this computer yet is fetched by its hole, and comes by itself.
    if (page === null || page.lastHere || this.#ended.newer) return;
    this.#add('newer');
  }

  /** The channel has changed. */
  changed(): void {
    this.#ended = { older: false, newer: false };
    if (this.#view.page === null) {
      // What it was opened with has failed, for the core was away.
      if (this.shown && this.#failed !== null) this.open(this.#failed);
      return;
    }
    this.#stale = true;
    if (this.shown) this.#add('refresh');
    // S11: what nobody looks at must not outlive its channel.
    else this.#view = { page: null, goTo: null, newAfter: null };
  }

  /** Whether somebody looks at the newest message: what comes then is not "New" to them. */
  read(reading: boolean): void {
    this.#reading = reading;
  }

  /** The person has written here: nothing above is new to them. */
  wrote(): void {
    if (this.#view.newAfter !== null) this.#set({ ...this.#view, newAfter: null });
    this.jumpToNewest();
  }

  keepUnread(afterPosition: number): void {
    this.#keptUnread = true;
    this.#reading = false;
    this.#set({ ...this.#view, newAfter: afterPosition });
  }

  /** Nobody looks at it any more: keeps the screen where it was left. */
  leave(left: Left): void {
    this.#left = left;
    this.#reading = false;
    this.#keptUnread = false;
    const page = this.#view.page;
    if (page === null) return;
    // An answer that is on the way belongs to bounds that are given up here.
    this.#place += 1;
    this.#steps = [];
    this.#stale ||= this.#running;
    const length = page.messages.length;
    const at = left.atEnd ? -1 : page.messages.findIndex((one) => one.id === left.key);
    const kept = left.seen === 0 ? FIRST : left.seen + 2 * BESIDE;
    const from = Math.min(at < 0 ? length : at - BESIDE, length - kept);
    const part = partOfPage(page, from, from + kept);
    this.#following = at < 0 && part.lastHere;
    this.#set({ page: part, goTo: null, newAfter: null });
  }

  #add(step: Exclude<Step, { open: OpenAt }>): void {
    if (!this.#steps.includes(step)) this.#steps.push(step);
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let step = this.#steps.shift(); step !== undefined; step = this.#steps.shift()) {
      const place = this.#place;
      try {
        const next = await this.#ask(step);
        if (place === this.#place && next !== null) this.#answer(step, next);
      } catch (error) {
        if (place === this.#place && typeof step === 'object') this.#failed = step.open;
        this.#onError(error);
      }
    }
    this.#running = false;
  }

  async #ask(step: Step): Promise<MessagePage | null> {
    if (typeof step === 'object') {
      const { open } = step;
      return open.from === 'message'
        ? this.#messages({ from: 'message', messageId: open.messageId }, FIRST)
        : this.#messages(open, FIRST);
    }
    const page = this.#view.page;
    if (page === null) return null;
    if (step === 'refresh') {
      this.#stale = false;
      return this.#refreshed(page);
    }
    const first = page.messages[0];
    const last = page.messages.findLast((one) => !isUnsent(one));
    if (first === undefined || last === undefined) return this.#messages({ from: 'newest' }, FIRST);
    if (step === 'older') {
      const older = await this.#messages({ from: 'before', position: first.position }, PAGE);
      this.#ended.older = older.messages.length === 0;
      const joined = joinPages(older, this.#view.page ?? page, 'older');
      return partOfPage(joined, 0, MOST);
    }
    const newer = await this.#messages({ from: 'after', position: last.position }, PAGE);
    this.#ended.newer = newer.messages.length === 0;
    const joined = joinPages(this.#view.page ?? page, newer, 'newer');
    return partOfPage(joined, joined.messages.length - MOST, joined.messages.length);
  }

  async #refreshed(page: MessagePage): Promise<MessagePage> {
    const sent = page.messages.filter((one) => !isUnsent(one));
    const first = sent[0];
    const last = sent.at(-1);
    if (first === undefined || last === undefined) return this.#messages({ from: 'newest' }, FIRST);
    const bounds = {
      from: 'window',
      first: page.atOldest ? 0 : first.position,
      last: this.#following ? END : last.position,
    } as const;
    const next = await this.#messages(bounds, LIMIT);
    if (next.messages.length <= MOST) return next;
    return this.#following
      ? partOfPage(next, next.messages.length - MOST, next.messages.length)
      : partOfPage(next, 0, MOST);
  }

  #messages(at: CoreArgs<'messages'>['at'], limit: number): Promise<MessagePage> {
    return this.#core.messages({ channelId: this.channelId, at, limit });
  }

  #answer(step: Step, next: MessagePage): void {
    const page = share(this.#view.page, next);
    if (typeof step === 'object') {
      this.#stale = false;
      this.#ended = { older: false, newer: false };
      const newAfter = this.#keptUnread ? this.#view.newAfter : page.unreadAfter;
      this.#set({ page, goTo: step.open, newAfter });
    } else if (page !== this.#view.page) {
      const unseen = page.unreadAfter !== null && !this.#reading && !this.#keptUnread;
      const newAfter = unseen ? page.unreadAfter : this.#view.newAfter;
      this.#set({ ...this.#view, page, newAfter });
    }
  }

  #set(view: WindowView): void {
    this.#view = view;
    for (const listener of [...this.#listeners]) listener();
  }
}
