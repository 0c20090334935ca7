import type { SearchPage, SearchQuestion } from '../../search.ts';

/** What the search thread is started with. */
export interface WorkerPlaces {
  readonly file: string;
  readonly indexFile: string;
}

export type Asked = { readonly id: number } & (
  | { readonly ask: 'index' | 'close' }
  | { readonly ask: 'search'; readonly question: SearchQuestion }
);

export interface Answered {
  readonly id: number;
  readonly result: SearchPage | boolean | null;
  /** `store`: the disk or the database failed, and no mistake was made. */
  readonly failed?: { readonly message: string; readonly store: boolean };
}
