import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '../../port.ts';
import type { SearchPage, SearchQuestion } from '../../search.ts';
import type { Answered, Asked, WorkerPlaces } from './messages.ts';

interface Waiting {
  resolve(result: Answered['result']): void;
  reject(error: unknown): void;
}
type Ask = Asked extends infer A ? (A extends unknown ? Omit<A, 'id'> : never) : never;

/** The index beside its database. */
export const indexFileOf = (file: string): string => `${file.replace(/\.db$/, '')}-search.db`;

/**
 * Search in a thread of its own: neither reading through an index nor keeping it up holds up the
 * thread that serves people. It begins with the first question, and again after it was lost.
 */
export class SearchThread {
  readonly #places: WorkerPlaces;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;
  #closed = false;

  constructor(file: string) {
    this.#places = { file, indexFile: indexFileOf(file) };
  }

  async search(question: SearchQuestion): Promise<SearchPage> {
    return (await this.#ask({ ask: 'search', question })) as SearchPage;
  }

  async index(): Promise<boolean> {
    return (await this.#ask({ ask: 'index' })) as boolean;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker !== undefined) await this.#ask({ ask: 'close' }).catch(() => {});
    this.#closed = true;
    await worker?.terminate();
  }

  #ask(asked: Ask): Promise<Answered['result']> {
    if (this.#closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, ...asked });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#places,
      execArgv: [],
    });
    worker.on('message', ({ id, result, failed }: Answered) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      // It keeps no process alive that waits for nothing of it.
      if (this.#waiting.size === 0) worker.unref();
      if (failed === undefined) waiting?.resolve(result);
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
    worker.on('exit', () => lost('the search thread ended'));
    return worker;
  }
}
