import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '../port.ts';

/** One question to a thread. */
export interface Asked<Q> {
  readonly id: number;
  readonly question: Q;
}

export interface Answered<A> {
  readonly id: number;
  /** null where it failed. */
  readonly answer: A | null;
  /** `store`: the disk or the database failed, and no mistake was made. */
  readonly failed?: { readonly message: string; readonly store: boolean };
}

interface Waiting<A> {
  resolve(answer: A): void;
  reject(error: unknown): void;
}

/**
 * A thread of this process that answers questions one after the other. It begins with the first
 * one, and again after it was lost.
 */
export class AskedThread<Q, A> {
  readonly #program: URL;
  readonly #data: unknown;
  readonly #waiting = new Map<number, Waiting<A>>();
  #worker: Worker | undefined;
  #last = 0;
  #closed = false;

  /** @param data what the program finds as its `workerData` */
  constructor(program: URL, data: unknown) {
    this.#program = program;
    this.#data = data;
  }

  /** Questions that are not answered yet. */
  get asked(): number {
    return this.#waiting.size;
  }

  /** Fails with `StoreUnavailable` where the thread was lost: whether it did it is not known. */
  ask(question: Q): Promise<A> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, question } satisfies Asked<Q>);
    });
  }

  /** @param last what it does before it ends, where it was ever begun */
  async close(last: Q): Promise<void> {
    const worker = this.#worker;
    if (worker !== undefined) await this.ask(last).catch(() => {});
    this.#closed = true;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#program, { workerData: this.#data, execArgv: [] });
    worker.on('message', ({ id, answer, failed }: Answered<A>) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      // It keeps no process alive that waits for nothing of it.
      if (this.#waiting.size === 0) worker.unref();
      if (failed === undefined) waiting?.resolve(answer as A);
      else
        waiting?.reject(
          failed.store ? new StoreUnavailable(failed.message) : new Error(failed.message),
        );
    });
    const lost = (message: string): void => {
      // It was heard of before; who waits now waits for another one.
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(new StoreUnavailable(message));
      this.#waiting.clear();
    };
    worker.on('error', (error) => lost(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => lost('the thread ended'));
    return worker;
  }
}
