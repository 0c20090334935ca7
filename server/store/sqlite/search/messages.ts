import type { SearchPage, SearchQuestion } from '../../search.ts';

/** What the search thread is started with. */
export interface WorkerPlaces {
  readonly file: string;
  readonly indexFile: string;
}

export type SearchAsk =
  | { readonly ask: 'index' | 'close' }
  | { readonly ask: 'search'; readonly question: SearchQuestion };

export type SearchAnswer = SearchPage | boolean | null;
