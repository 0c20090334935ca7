import type { Clock } from '../../../shared/domain/clock.ts';
import type { Claim } from '../../../shared/domain/claim.ts';
import type { MessageId, OpId, TaskId } from '../../../shared/domain/ids.ts';
import { userScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Writer } from '../outbox/writer.ts';

/** A computer that nobody uses lets the one before the person ask first, ms. */
const UNUSED_ASKS_AFTER_MS = 2_000;
/** So long a line that is being made, an answer, or the telling by another computer is waited for, ms. */
const PATIENCE_MS = 10_000;
/** Whatever happens between computers, it is told by then, ms. */
const LONGEST_MS = 30_000;

/** Something that is to be reminded of at a time, ms. */
export interface Due {
  readonly id: string;
  readonly at: number;
}

/** To the relay: there, perhaps in a moment, or not to be had. */
export type Line = 'live' | 'coming' | 'none';

export interface ClaimsOptions {
  cache: Cache;
  clock: Clock;
  writer: Pick<Writer, 'write'>;
  line: () => Line;
  /** Whether the person is at this computer. */
  inUse: () => boolean;
  /** Whether a window is there that would show it. */
  shows: () => boolean;
}

/** How far this computer is with one reminder. It is in memory alone: a kill begins anew. */
interface Turn {
  readonly at: number;
  /** When it was found to be due, ms. */
  readonly since: number;
  /** The newest claim of this computer, and the one that it knew of. */
  asked: { readonly op: OpId; readonly after: string | null; readonly at: number } | null;
  /** The newest claim of another, and when it was seen first. */
  heard: { readonly op: string; readonly at: number } | null;
}

/**
 * Which of a person's computers tells a reminder: the first whose claim the relay takes in. Nobody
 * waits long for anybody: without a line, without an answer, and where the one that has it does not
 * tell, this one does. Twice is better than never.
 */
export class Claims {
  readonly #options: ClaimsOptions;
  readonly #of: 'saved' | 'assignment';
  readonly #turns = new Map<string, Turn>();

  constructor(options: ClaimsOptions, of: 'saved' | 'assignment') {
    this.#options = options;
    this.#of = of;
  }

  /** Whether any is waited for: then what happens to the line matters. */
  get waiting(): boolean {
    return this.#turns.size > 0;
  }

  /** Whether the person was told, on whichever computer. */
  isTold({ id, at }: Due): boolean {
    const { overlay, userId } = this.#options.cache;
    const claim = overlay.get(userScope(userId), this.#of, id)?.claim;
    return claim?.at === at && claim.told;
  }

  /** 0: this computer is to tell what is due now. Otherwise in how many ms it is to ask again. */
  wait(due: Due): number {
    const now = this.#options.clock.now();
    const turn = this.#turnOf(due, now);
    const left = Math.min(this.#wait(due, turn, now), turn.since + LONGEST_MS - now);
    if (left > 0) return left;
    this.#turns.delete(due.id);
    return 0;
  }

  /** Forgets all others: done, put off, or told elsewhere. */
  keep(due: readonly Due[]): void {
    const ids = new Set(due.map(({ id }) => id));
    for (const id of this.#turns.keys()) if (!ids.has(id)) this.#turns.delete(id);
  }

  /** The person was told here. `also` is written in the same transaction. */
  told({ id, at }: Due, also: () => void): void {
    const of = this.#of;
    this.#options.writer.write('reminder.told', { of, id: id as MessageId, at }, also);
  }

  #turnOf({ id, at }: Due, now: number): Turn {
    const known = this.#turns.get(id);
    // Somebody may have set the clock back.
    if (known !== undefined && known.at === at && known.since <= now) return known;
    const turn: Turn = { at, since: now, asked: null, heard: null };
    this.#turns.set(id, turn);
    return turn;
  }

  #wait(due: Due, turn: Turn, now: number): number {
    const { cache, line, inUse, shows } = this.#options;
    const { asked, since } = turn;
    const standing = line();
    if (standing === 'none') return 0;
    const holder = this.#claim(due)?.op ?? null;
    if (holder !== null && holder === asked?.op) return 0;
    if (asked !== null && asked.after === holder) {
      const left = asked.at + PATIENCE_MS - now;
      if (left > 0) return left;
      if (cache.outbox.get(asked.op)?.state === 'waiting') return 0;
    } else if (holder !== null) {
      if (turn.heard?.op !== holder) turn.heard = { op: holder, at: now };
      const left = turn.heard.at + PATIENCE_MS - now;
      if (left > 0) return left;
    }
    if (standing === 'coming') return since + PATIENCE_MS - now;
    // Nobody would see it here.
    if (!shows()) return LONGEST_MS;
    const modest = holder === null && asked === null && !inUse();
    if (modest && now < since + UNUSED_ASKS_AFTER_MS) return since + UNUSED_ASKS_AFTER_MS - now;
    this.#ask(due, turn, holder as OpId | null, now);
    return PATIENCE_MS;
  }

  #ask({ id, at }: Due, turn: Turn, after: OpId | null, now: number): void {
    const args = { of: this.#of, id: id as MessageId | TaskId, at, after };
    turn.asked = { op: this.#options.writer.write('reminder.claim', args), after, at: now };
  }

  /** As the relay has it: what this computer only asks for is not its own yet. */
  #claim({ id, at }: Due): Claim | undefined {
    const { rows, userId } = this.#options.cache;
    const claim = rows.get(userScope(userId), this.#of, id)?.claim;
    return claim?.at === at ? claim : undefined;
  }
}
