/** What the cache tells the search index, always inside the transaction of the row itself. */
export interface SearchIndex {
  add(rowid: number, text: string): void;
  remove(rowid: number): void;
}
