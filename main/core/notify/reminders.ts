import { z } from 'zod';
import type { Clock } from '../../../shared/domain/clock.ts';
import { nextStart } from '../../../shared/domain/work-time.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import type { Cache } from '../cache/cache.ts';
import { Claims, type ClaimsOptions, type Due } from './claims.ts';
import type { Notices } from './notices.ts';
import { ownOffReason, selfOf } from './self.ts';

/** A timer sleeps while the computer does, so it looks again at least so often, ms. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** By id: the time that was told here, so that another time for it is told again. */
const stored = z.record(z.string(), z.number());

/** What a person is reminded of: messages that they keep, tasks that they have. */
export interface RemindSource {
  /** Where the cache keeps what was told. */
  readonly key: string;
  /** The kind of the rows in the person's own scope that have the times. */
  readonly of: 'saved' | 'assignment';
  /** Changes with it, and with the clock. */
  readonly topic: Topic;
  /** All that waits for a time or is past it. */
  waiting(): readonly Due[];
  /** Undefined where the person may not read it any more (S11), or it is gone. */
  notice(id: string): NoticeView | undefined;
  /** The id of its notice. */
  noticeId(id: string): string;
}

export interface RemindersOptions extends ClaimsOptions {
  cache: Cache;
  clock: Clock;
  notices: Notices;
  source: RemindSource;
  /** How far the relay's clock is ahead of this computer's, as far as is known, ms (S15). */
  clockSkew: () => number;
  /** Runs what meets the disk while nobody waits for it, and answers for a disk that fails. */
  guard: (run: () => void) => void;
}

/**
 * Reminds of things at their time, with or without a line, each time once, also over restarts and on
 * several computers. What falls into off hours or a pause is told when the person works again.
 */
export class Reminders {
  readonly #options: RemindersOptions;
  readonly #claims: Claims;
  readonly #stopListening: () => void;
  /** What may be on the person's screen, or waits for a window, with the time that is told. */
  readonly #standing = new Map<string, number>();
  #cancel: (() => void) | null = null;
  /** Nothing rings before this moment was looked at, ms. */
  #next = Number.POSITIVE_INFINITY;

  constructor(options: RemindersOptions) {
    this.#options = options;
    const { topic, of } = options.source;
    this.#claims = new Claims(options, of);
    this.#stopListening = options.cache.topics.subscribe((topics) => {
      const line = this.#claims.waiting && topics.includes('connection');
      if (line || topics.includes(topic) || topics.includes('people')) this.look();
    });
  }

  look(): void {
    this.#options.guard(() => this.#look());
  }

  close(): void {
    this.#stopListening();
    this.#cancel?.();
  }

  #look(): void {
    const { cache, clock, clockSkew, source } = this.#options;
    this.#cancel?.();
    this.#cancel = null;
    // One whose clock is fast must not tell early, and by that for all (S15).
    const now = clock.now() + clockSkew();
    const told = this.#told();
    const all = source.waiting();
    this.#withdraw(all, told);
    const waiting = all.filter((one) => told[one.id] !== one.at && !this.#claims.isTold(one));
    const due = waiting.filter(({ id, at }) => at <= now && this.#standing.get(id) !== at);
    const off = ownOffReason(cache, now) !== null;
    this.#claims.keep(off ? [] : due);
    // The number of the due ones on the screen goes by the clock.
    if (this.#next <= now) cache.topics.changed(source.topic);
    const again = off ? [] : due.map((one) => this.#tell(one));
    const times = waiting.map(({ at }) => at).filter((at) => at > now);
    this.#next = Math.min(Number.POSITIVE_INFINITY, ...times);
    if (waiting.length === 0) return;
    const { me, company } = selfOf(cache);
    const start = off && me !== undefined ? nextStart(me, company, now) : undefined;
    const change = Math.min(this.#next, start ?? Number.POSITIVE_INFINITY);
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(1, change - now), ...again);
    this.#cancel = clock.after(wait, () => this.look());
  }

  /** Gives back when to look at it again, ms. */
  #tell(due: Due): number {
    const { notices, source } = this.#options;
    const notice = source.notice(due.id);
    if (notice === undefined) {
      this.#taken(due, false);
      return LOOK_AGAIN_MS;
    }
    const wait = this.#claims.wait(due);
    if (wait > 0) return wait;
    this.#standing.set(due.id, due.at);
    // Told is what a window took: until then a kill must not swallow it (S7).
    notices.add(notice, (shown) => this.#options.guard(() => this.#taken(due, shown)));
    return LOOK_AGAIN_MS;
  }

  #taken(due: Due, shown: boolean): void {
    const remember = (): void => this.#remember(due);
    // Only what was seen here needs no telling elsewhere.
    if (shown) this.#claims.told(due, remember);
    else this.#options.cache.transaction(remember);
  }

  /** Not to be told again on this computer. */
  #remember({ id, at }: Due): void {
    const { cache, source } = this.#options;
    const told = this.#told();
    const kept = source.waiting().flatMap((one) => {
      const before = told[one.id];
      return before === undefined ? [] : [[one.id, before]];
    });
    const next: unknown = Object.fromEntries([...kept, [id, at]]);
    cache.meta.set(source.key, JSON.stringify(next));
  }

  /**
   * Done, put off, or not to be read any more, here or on another computer; or told there while it
   * still waited for a window here.
   */
  #withdraw(all: readonly Due[], told: Record<string, number>): void {
    const { notices, source } = this.#options;
    const waiting = new Map(all.map(({ id, at }) => [id, at]));
    for (const [id, at] of this.#standing) {
      const elsewhere = told[id] !== at && this.#claims.isTold({ id, at });
      const stands = waiting.get(id) === at && source.notice(id) !== undefined;
      if (stands && !elsewhere) continue;
      this.#standing.delete(id);
      notices.withdraw(source.noticeId(id));
    }
  }

  #told(): Record<string, number> {
    const { cache, source } = this.#options;
    const text = cache.meta.get(source.key);
    if (text === undefined) return {};
    try {
      return stored.parse(JSON.parse(text));
    } catch {
      return {};
    }
  }
}
