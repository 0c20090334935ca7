import type { Down, DownFrame } from '../../../shared/protocol/down.ts';
import type { Up, UpFrame } from '../../../shared/protocol/up.ts';

type Question = 'pull' | 'history' | 'get' | 'find';
type AnswerTo<Q extends Question> = Down<
  Q extends 'pull' ? 'page' : Q extends 'history' ? 'history' : 'found'
>;
/** Leaves each form of a union its own fields. */
type WithoutId<F> = F extends unknown ? Omit<F, 'id' | 't'> : never;

/** Why a question has no answer. `down`: the line went first; ask again when it is back. */
export type Unanswered = 'down' | 'forbidden' | 'not_found' | 'unavailable';

export type Answer<T> = { ok: true; frame: T } | { ok: false; reason: Unanswered };

/** Questions to the relay and their answers, by number. None outlives its line (S14). */
export class Requests {
  readonly #send: (frame: UpFrame) => boolean;
  readonly #open = new Map<number, (answer: Answer<DownFrame>) => void>();
  #last = 0;

  constructor(send: (frame: UpFrame) => boolean) {
    this.#send = send;
  }

  ask<Q extends Question>(t: Q, question: WithoutId<Up<Q>>): Promise<Answer<AnswerTo<Q>>> {
    return new Promise((resolve) => {
      const id = ++this.#last;
      if (!this.#send({ t, id, ...question } as unknown as UpFrame)) {
        return resolve({ ok: false, reason: 'down' });
      }
      this.#open.set(id, resolve as (answer: Answer<DownFrame>) => void);
    });
  }

  /** Answers true where the frame was the answer to a question. */
  receive(frame: DownFrame): boolean {
    if (!('id' in frame)) return false;
    const resolve = this.#open.get(frame.id);
    this.#open.delete(frame.id);
    resolve?.(frame.t === 'failed' ? { ok: false, reason: frame.code } : { ok: true, frame });
    return true;
  }

  down(): void {
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const resolve of open) resolve({ ok: false, reason: 'down' });
  }
}
