import type { Clock } from '../../../shared/domain/clock.ts';
import type { User } from '../../../shared/domain/kinds/user.ts';
import { WORKSPACE_ROW, type Workspace } from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { nextEnd, nextStart, offReason } from '../../../shared/domain/work-time.ts';
import type { OffView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';

/** A timer sleeps while the computer does, so it looks again at least so often, ms. */
const LOOK_AGAIN_MS = 10 * 60_000;
/** More people than this are not on one screen; their times are worked out anew then. */
const MOST_KNOWN = 2_000;

interface Known {
  row: User;
  company: Workspace | undefined;
  /** It holds at from <= now < until, ms. */
  from: number;
  until: number;
  off: OffView | null;
}

/**
 * Who is off now, and until when. Calendars are slow and asked for with every name on the screen,
 * so each answer is kept until it changes; then the topics `people` and `sidebar` tell.
 */
export class OffTimes {
  readonly #cache: Cache;
  readonly #clock: Clock;
  readonly #stopListening: () => void;
  readonly #known = new Map<string, Known>();
  #company: { row: Workspace | undefined } | null = null;
  #next: { at: number; cancel: () => void } | null = null;

  constructor(cache: Cache, clock: Clock) {
    this.#cache = cache;
    this.#clock = clock;
    this.#stopListening = cache.topics.subscribe((topics) => {
      if (topics.includes('sidebar')) this.#company = null;
    });
  }

  get company(): Workspace | undefined {
    this.#company ??= { row: this.#cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW) };
    return this.#company.row;
  }

  /** Null for somebody who works. */
  of(row: User): OffView | null {
    const now = this.#clock.now();
    const { company } = this;
    const known = this.#known.get(row.id);
    const same = known?.row.version === row.version && known.company?.version === company?.version;
    if (known !== undefined && same && now >= known.from && now < known.until) return known.off;
    const reason = offReason(row, company, now);
    const change = reason === null ? nextEnd(row, company, now) : nextStart(row, company, now);
    const off = reason === null ? null : { reason, until: change ?? null };
    const until = change ?? Number.POSITIVE_INFINITY;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(row.id, { row, company, from: now, until, off });
    if (change !== undefined) this.#lookAt(change);
    return off;
  }

  close(): void {
    this.#stopListening();
    this.#next?.cancel();
  }

  #lookAt(at: number): void {
    if (this.#next !== null && this.#next.at <= at) return;
    this.#next?.cancel();
    const now = this.#clock.now();
    const cancel = this.#clock.after(Math.min(LOOK_AGAIN_MS, Math.max(1, at - now)), () => {
      this.#next = null;
      if (this.#clock.now() < at) return this.#lookAt(at);
      this.#cache.topics.changed('people');
      this.#cache.topics.changed('sidebar');
    });
    this.#next = { at, cancel };
  }
}
