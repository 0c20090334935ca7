/** What the command line reads and writes; the process's own, or a test's. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** All of standard input; undefined where a person sits at it. */
  input(): Promise<string | undefined>;
  /** Shows how far something is, where somebody watches; empty takes it away. */
  progress(text: string): void;
}
