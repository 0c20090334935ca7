import { z } from 'zod';
import type { Clock } from '../../../shared/domain/clock.ts';
import { nextEnd, nextStart, offReason } from '../../../shared/domain/work-time.ts';
import type { Cache } from '../cache/cache.ts';
import type { Notices } from './notices.ts';
import { selfOf } from './self.ts';
import { mayBeRead } from './standing.ts';
import type { Ends, Summary, SummaryCounts } from './summary.ts';

/** A timer sleeps while the computer does, so it looks again at least so often, ms. */
const LOOK_AGAIN_MS = 10 * 60_000;
/** So long a summary waits for the line that is just being made, ms. */
const LINE_MS = 15_000;

const KEY = 'workDay';
/** The id of its notice: tomorrow's takes the place of today's. */
const SUMMARY = 'summary';
const stored = z.object({
  /** Since when the person has been off; null while they work. */
  offSince: z.number().nullable(),
  /** A moment at which they worked. */
  workedAt: z.number(),
});
type Stored = z.infer<typeof stored>;

export interface WorkDayOptions {
  cache: Cache;
  clock: Clock;
  notices: Notices;
  counts: Pick<SummaryCounts, 'since' | 'ends' | 'left'>;
  /** Whether everything that the relay has is here; null without a line. */
  whole: () => boolean | null;
  /** Runs what meets the disk while nobody waits for it, and answers for a disk that fails. */
  guard: (run: () => void) => void;
}

/**
 * Follows when the person works and when they are off, also over restarts: tells the badge, and
 * makes the one summary of what came meanwhile when their day starts, which goes once all of that
 * was read.
 */
export class WorkDay {
  readonly #options: WorkDayOptions;
  readonly #stopListening: () => void;
  #cancel: (() => void) | null = null;
  /** When this process first saw that a summary is due, ms. */
  #dueSeen: number | null = null;
  #off: boolean | null = null;
  /** What the summary on the person's screen counts. */
  #told: { readonly since: number; readonly ends: Ends } | null = null;
  /** The versions of the rows that were looked at. */
  #seen = '';

  constructor(options: WorkDayOptions) {
    this.#options = options;
    this.#stopListening = options.cache.topics.subscribe((topics) => {
      if (this.#told !== null && topics.some(mayBeRead)) options.guard(() => this.#review());
      if (!topics.some((one) => one === 'people' || one === 'sidebar' || one === 'connection'))
        return;
      options.guard(() => {
        if (this.#dueSeen !== null || this.#versions() !== this.#seen) this.#look();
      });
    });
  }

  /** Whether nothing rings now. */
  get off(): boolean {
    return this.#off === true;
  }

  /** Looks at the clock: at the beginning, after a sleep, and when anything it depends on changed. */
  look(): void {
    this.#options.guard(() => this.#look());
  }

  #look(): void {
    this.#cancel?.();
    this.#cancel = null;
    const { cache, clock } = this.#options;
    const { me, company } = selfOf(cache);
    if (me === undefined) return;
    const now = clock.now();
    this.#seen = this.#versions();
    const off = offReason(me, company, now) !== null;
    const worked = this.#off === false;
    if (off !== this.#off) {
      this.#off = off;
      cache.topics.changed('sidebar');
    }
    const before = this.#stored();
    // Off hours that lie between two runs of the program have been off hours all the same.
    const ended = before === null || worked ? now : (nextEnd(me, company, before.workedAt) ?? now);
    const offSince = before?.offSince ?? (off || ended < now ? Math.min(ended, now) : null);
    if (off) this.#keep(before, { offSince, workedAt: before?.workedAt ?? now });
    else if (offSince === null) this.#keep(before, { offSince, workedAt: before?.workedAt ?? now });
    else this.#due(before, offSince, now);
    const change = off ? nextStart(me, company, now) : nextEnd(me, company, now);
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(1, (change ?? Number.POSITIVE_INFINITY) - now));
    const settling = this.#dueSeen === null ? wait : Math.min(wait, LINE_MS);
    this.#cancel = clock.after(settling, () => this.look());
  }

  close(): void {
    this.#stopListening();
    this.#cancel?.();
  }

  #versions(): string {
    const { me, company } = selfOf(this.#options.cache);
    return `${me?.version}/${company?.version}`;
  }

  /** The day has started: the summary is told once, when what came is here as far as can be. */
  #due(before: Stored | null, offSince: number, now: number): void {
    const { counts, whole } = this.#options;
    this.#dueSeen ??= now;
    const isWhole = whole();
    const waiting = isWhole === null ? now - this.#dueSeen < LINE_MS : !isWhole;
    const summary = waiting ? null : counts.since(offSince);
    const some = summary !== null && summary.messages + summary.mentions > 0;
    // Without a line nothing may mean that it has not come yet.
    if (summary === null || (!some && isWhole === null)) {
      this.#keep(before, { offSince, workedAt: before?.workedAt ?? now });
      return;
    }
    this.#dueSeen = null;
    this.#keep(before, { offSince: null, workedAt: now });
    if (some) this.#tell(offSince, summary);
  }

  #tell(since: number, summary: Summary): void {
    const { notices, counts } = this.#options;
    this.#told = { since, ends: counts.ends(since) };
    notices.add({ type: 'summary', id: SUMMARY, ...summary });
  }

  /** Something may have been read, here or elsewhere, or deleted, or left. */
  #review(): void {
    const { notices, counts } = this.#options;
    if (this.#told === null || counts.left(this.#told.since, this.#told.ends)) return;
    this.#told = null;
    notices.withdraw(SUMMARY);
  }

  #stored(): Stored | null {
    const text = this.#options.cache.meta.get(KEY);
    if (text === undefined) return null;
    try {
      return stored.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }

  #keep(before: Stored | null, next: Stored): void {
    if (before?.offSince === next.offSince && before.workedAt === next.workedAt) return;
    const { cache } = this.#options;
    cache.transaction(() => cache.meta.set(KEY, JSON.stringify(next)));
  }
}
