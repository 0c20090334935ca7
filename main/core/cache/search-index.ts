/** Where a message was said, and by whom. */
export interface Said {
  readonly scopeId: number;
  readonly authorId: string;
}

/** What the cache tells the search index, always inside the transaction of the row itself. */
export interface SearchIndex {
  /** The row is new, or was removed before. `rowid`: the place of its message. */
  add(rowid: number, text: string, said: Said): void;
  /** Before the row changes or goes. */
  remove(rowid: number): void;
  /** The last step of a transaction. */
  flush(): void;
  /** The transaction was undone. */
  forget(): void;
  close(): void;
}
