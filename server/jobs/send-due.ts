import type { Clock } from '../../shared/domain/clock.ts';
import type { ChannelId, OpId, ScheduledId, UserId } from '../../shared/domain/ids.ts';
import { dueAt, dueId, type Due } from '../../shared/domain/kinds/due.ts';
import type { User } from '../../shared/domain/kinds/user.ts';
import { orgScope, registryScope } from '../../shared/domain/scope.ts';
import { uuidOf } from '../../shared/domain/uuid.ts';
import { scheduledDue } from '../services/scheduled/scheduled-due.ts';
import { byActor } from '../services/system-actor.ts';
import {
  StoreUnavailable,
  type GroupResult,
  type Outcome,
  type Store,
  type Submitted,
} from '../store/port.ts';

/** What another node noted down is seen no later than this, ms. */
const LOOK_AGAIN_MS = 30_000;
/** After a failure of the store, ms. */
const AGAIN_MS = 5_000;
/** So many go into one group at most: texts may be long. */
const BATCH = 32;
/** Clocks of nodes may differ: so far before now, notes may still come, ms. */
const SKEW_MS = 10 * 60_000;

interface Parts {
  readonly store: Pick<Store, 'list' | 'get'>;
  readonly clock: Clock;
  /** Carries a command out and tells everybody. Fails with `StoreUnavailable`. */
  readonly submit: (command: Submitted) => Promise<Outcome>;
  readonly fault: (error: unknown) => void;
}

/**
 * Sends scheduled messages when they are due, also those that fell due while no relay ran. Each node
 * does it; the command's op, which is made of the note, lets it happen once (S1).
 */
export class SendDue {
  readonly #parts: Parts;
  #wake: { at: number; cancel: () => void } | undefined;
  #working: Promise<void> | undefined;
  #again = false;
  #closed = false;
  /**
   * Before this there is nothing any more: what is noted down late is noted for its present. Without
   * it each look would walk over the traces of all that was ever sent.
   */
  #from = '';

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#at(this.#parts.clock.now());
  }

  /** A group was committed here: something may be due earlier than was known. */
  committed({ changes }: GroupResult): void {
    for (const { scope, rows } of changes) {
      if (scope !== registryScope) continue;
      for (const { kind, id } of rows) if (kind === 'due') this.#at(dueAt(id));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.cancel();
    await this.#working;
  }

  #at(at: number): void {
    if (this.#closed || (this.#wake !== undefined && this.#wake.at <= at)) return;
    if (this.#working !== undefined) {
      this.#again = true;
      return;
    }
    this.#wake?.cancel();
    const { clock } = this.#parts;
    const wait = Math.max(0, at - clock.now());
    const cancel = clock.after(wait, () => {
      this.#wake = undefined;
      this.#working = this.#look().then((next) => {
        this.#working = undefined;
        const now = clock.now();
        this.#at(this.#again ? now : Math.min(next ?? Infinity, now + LOOK_AGAIN_MS));
      });
    });
    this.#wake = { at, cancel };
  }

  /** Sends what is due; answers when to look again, ms, where that is known. */
  async #look(): Promise<number | undefined> {
    this.#again = false;
    const { clock, fault } = this.#parts;
    const began = clock.now();
    try {
      let after = this.#from;
      let next: number | undefined;
      while (!this.#closed) {
        const noted = await this.#parts.store.list(registryScope, 'due', after, BATCH);
        const due = noted.filter(({ id }) => dueAt(id) <= clock.now());
        await this.#send(due.map(({ json }) => JSON.parse(json) as Due));
        if (due.length < BATCH) {
          const later = noted[due.length];
          next = later === undefined ? undefined : dueAt(later.id);
          break;
        }
        after = due.at(-1)!.id;
      }
      this.#from = dueId(Math.max(0, began - SKEW_MS), '');
      return next;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) fault(error);
      return clock.now() + AGAIN_MS;
    }
  }

  async #send(due: readonly Due[]): Promise<void> {
    if (due.length === 0) return;
    const { store, submit } = this.#parts;
    const ids = [...new Set(due.map(({ userId }) => userId))];
    const found = await store.get(
      ids.map((id) => ({ scope: orgScope, kind: 'user', id }) as const),
    );
    const roles = new Map(found.map(({ id, json }) => [id, (JSON.parse(json) as User).role]));
    await Promise.all(
      due.map(({ scheduledId, userId, channelId, at, by }) => {
        const actor = { userId: userId as UserId, role: roles.get(userId) ?? 'member' } as const;
        const op = uuidOf('due', scheduledId, by) as OpId;
        const args = { id: scheduledId as ScheduledId, channelId: channelId as ChannelId, at };
        return submit(byActor(actor, scheduledDue, op, args));
      }),
    );
  }
}
