/** Time, given in by the composition root, so that tests need no sleeping. All times are ms. */
export interface Clock {
  now(): number;
  /** Calls back once, after so many ms. Gives back the function that cancels it. */
  after(ms: number, run: () => void): () => void;
}
