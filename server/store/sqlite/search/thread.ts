import type { SearchPage, SearchQuestion } from '../../search.ts';
import { AskedThread } from '../asked-thread.ts';
import type { SearchAnswer, SearchAsk, WorkerPlaces } from './messages.ts';

/** The index beside its database. */
export const indexFileOf = (file: string): string => `${file.replace(/\.db$/, '')}-search.db`;

/**
 * Search in a thread of its own: neither reading through an index nor keeping it up holds up the
 * thread that serves people.
 */
export class SearchThread {
  readonly #thread: AskedThread<SearchAsk, SearchAnswer>;

  constructor(file: string) {
    const places: WorkerPlaces = { file, indexFile: indexFileOf(file) };
    this.#thread = new AskedThread(new URL('./worker.ts', import.meta.url), places);
  }

  async search(question: SearchQuestion): Promise<SearchPage> {
    return (await this.#thread.ask({ ask: 'search', question })) as SearchPage;
  }

  async index(): Promise<boolean> {
    return (await this.#thread.ask({ ask: 'index' })) as boolean;
  }

  close(): Promise<void> {
    return this.#thread.close({ ask: 'close' });
  }
}
