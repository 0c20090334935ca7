import { z } from 'zod';
import type { Clock } from '../../../shared/domain/clock.ts';
import { nextStart } from '../../../shared/domain/work-time.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Notices } from './notices.ts';
import { ownOffReason, selfOf } from './self.ts';

/** A timer sleeps while the computer does, so it looks again at least so often, ms. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** By id: the time that was told, so that another time for it is told again. */
const stored = z.record(z.string(), z.number());

/** Something that is to be reminded of at a time, ms. */
export interface Due {
  readonly id: string;
  readonly at: number;
}

/** What a person is reminded of: messages that they keep, tasks that they have. */
export interface RemindSource {
  /** Where the cache keeps what was told. */
  readonly key: string;
  /** Changes with it, and with the clock. */
  readonly topic: Topic;
  /** All that waits for a time or is past it. */
  waiting(): readonly Due[];
  /** Undefined where the person may not read it any more (S11), or it is gone. */
  notice(id: string): NoticeView | undefined;
  /** The id of its notice. */
  noticeId(id: string): string;
}

export interface RemindersOptions {
  cache: Cache;
  clock: Clock;
  notices: Notices;
  source: RemindSource;
  /** Runs what meets the disk while nobody waits for it, and answers for a disk that fails. */
  guard: (run: () => void) => void;
}

/**
 * Reminds of things at their time, with or without a line, each time once, also over restarts.
 * What falls into off hours or a pause is told when the person works again.
 */
export class Reminders {
  readonly #options: RemindersOptions;
  readonly #stopListening: () => void;
  /** What may be on the person's screen, with the time that was told. */
  readonly #standing = new Map<string, number>();
  #cancel: (() => void) | null = null;
  /** Nothing rings before this moment was looked at, ms. */
  #next = Number.POSITIVE_INFINITY;

  constructor(options: RemindersOptions) {
    this.#options = options;
    const { topic } = options.source;
    this.#stopListening = options.cache.topics.subscribe((topics) => {
      if (topics.includes(topic) || topics.includes('people')) this.look();
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
    const { cache, clock, source } = this.#options;
    this.#cancel?.();
    this.#cancel = null;
    const now = clock.now();
    const told = this.#told();
    const all = source.waiting();
    this.#withdraw(all);
    const waiting = all.filter(({ id, at }) => told[id] !== at);
    const due = waiting.filter(({ at }) => at <= now);
    const off = ownOffReason(cache, now) !== null;
    // The number of the due ones on the screen goes by the clock.
    if (this.#next <= now) cache.topics.changed(source.topic);
    if (due.length > 0 && !off) this.#tell(due, all, told);
    const times = waiting.map(({ at }) => at).filter((at) => at > now);
    this.#next = Math.min(Number.POSITIVE_INFINITY, ...times);
    if (waiting.length === 0) return;
    const { me, company } = selfOf(cache);
    const start = off && me !== undefined ? nextStart(me, company, now) : undefined;
    const change = Math.min(this.#next, start ?? Number.POSITIVE_INFINITY);
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(1, change - now));
    this.#cancel = clock.after(wait, () => this.look());
  }

  #tell(due: readonly Due[], all: readonly Due[], told: Record<string, number>): void {
    const { cache, notices, source } = this.#options;
    // S7: written down first, so that no crash tells it twice.
    const kept = all.flatMap(({ id }) => (told[id] === undefined ? [] : [[id, told[id]]]));
    const now = due.map(({ id, at }) => [id, at]);
    const next: unknown = Object.fromEntries([...kept, ...now]);
    cache.transaction(() => cache.meta.set(source.key, JSON.stringify(next)));
    for (const { id } of due) {
      const notice = source.notice(id);
      if (notice !== undefined) notices.add(notice);
    }
    for (const { id, at } of due) this.#standing.set(id, at);
  }

  /** Done, put off, or not to be read any more, here or on another computer. */
  #withdraw(all: readonly Due[]): void {
    const { notices, source } = this.#options;
    const waiting = new Map(all.map(({ id, at }) => [id, at]));
    for (const [id, at] of this.#standing) {
      if (waiting.get(id) === at && source.notice(id) !== undefined) continue;
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
