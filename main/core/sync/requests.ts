import type { Clock } from '../../../shared/domain/clock.ts';
import type { Down, DownFrame } from '../../../shared/protocol/down.ts';
import type { Up, UpFrame } from '../../../shared/protocol/up.ts';

/** Long enough for the largest page on the slowest line that still counts as one. */
const PATIENCE_MS = 120_000;

type Question = 'pull' | 'history' | 'get' | 'find' | 'search';
type AnswerTo<Q extends Question> = Down<
  Q extends 'pull'
    ? 'page'
    : Q extends 'history'
      ? 'history'
      : Q extends 'search'
        ? 'hits'
        : 'found'
>;
/** Leaves each form of a union its own fields. */
type WithoutId<F> = F extends unknown ? Omit<F, 'id' | 't'> : never;

/**
 * Why a question has no answer. `down`: the line went first; ask again when it is back.
 * `unavailable`: also where the answer did not come, or could not be read.
 */
export type Unanswered = 'down' | 'forbidden' | 'not_found' | 'unavailable';

export type Answer<T> = { ok: true; frame: T } | { ok: false; reason: Unanswered };

interface Open {
  resolve(answer: Answer<DownFrame>): void;
  cancel(): void;
}

/** Questions to the relay and their answers, by number. None outlives its line (S14). */
export class Requests {
  readonly #send: (frame: UpFrame) => boolean;
  readonly #clock: Clock;
  readonly #open = new Map<number, Open>();
  #last = 0;

  constructor(send: (frame: UpFrame) => boolean, clock: Clock) {
    this.#send = send;
    this.#clock = clock;
  }

  ask<Q extends Question>(t: Q, question: WithoutId<Up<Q>>): Promise<Answer<AnswerTo<Q>>> {
    return new Promise((resolve) => {
      const id = ++this.#last;
      if (!this.#send({ t, id, ...question } as unknown as UpFrame)) {
        return resolve({ ok: false, reason: 'down' });
      }
      this.#open.set(id, {
        resolve: resolve as Open['resolve'],
        cancel: this.#clock.after(PATIENCE_MS, () =>
          this.#settle(id, { ok: false, reason: 'unavailable' }),
        ),
      });
    });
  }

  /** Answers true where the frame was the answer to a question. */
  receive(frame: DownFrame): boolean {
    if (!('id' in frame)) return false;
    const failed = frame.t === 'failed';
    this.#settle(frame.id, failed ? { ok: false, reason: frame.code } : { ok: true, frame });
    return true;
  }

  down(): void {
    for (const id of [...this.#open.keys()]) this.#settle(id, { ok: false, reason: 'down' });
  }

  #settle(id: number, answer: Answer<DownFrame>): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    open?.cancel();
    open?.resolve(answer);
  }
}
