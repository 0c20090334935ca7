import type { MessagePort } from 'node:worker_threads';
import { StoreUnavailable } from '../port.ts';
import type { Answered, Asked } from './asked-thread.ts';
import { asUnavailable } from './database.ts';

/** The other end of an `AskedThread`: answers each question, or says why not. */
export function answering(port: MessagePort, answer: (question: never) => unknown): void {
  port.on('message', ({ id, question }: Asked<never>) => {
    try {
      port.postMessage({ id, answer: answer(question) } satisfies Answered<unknown>);
    } catch (error) {
      const { message } = error as Error;
      const failed = { message, store: asUnavailable(error) instanceof StoreUnavailable };
      port.postMessage({ id, answer: null, failed } satisfies Answered<unknown>);
    }
  });
}
