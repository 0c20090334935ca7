/**
 * A client's WebSocket as its connection needs it: the one of `ws` fits, and so does a line in
 * memory. Pings are answered by whoever brings it.
 */
export interface Line {
  on(event: 'message', heard: (data: Buffer, binary: boolean) => void): unknown;
  on(event: 'ping' | 'pong', heard: () => void): unknown;
  on(event: 'error', broken: (error: Error & { code?: string }) => void): unknown;
  /** Once, when nothing comes or goes any more. */
  on(event: 'close', gone: () => void): unknown;
  /** Nothing is heard until `resume`; what comes in meanwhile waits. */
  pause(): void;
  resume(): void;
  /** Says goodbye, after what was written before. */
  close(code: number, reason: string): void;
  /** Ends it without a word. */
  terminate(): void;
}

/** The stream below a line, for whole frames that were made elsewhere: a socket of `node:net` fits. */
export interface Way {
  write(frame: Buffer): unknown;
  cork(): void;
  uncork(): void;
  readonly writableCorked: number;
  /** Bytes that wait. */
  readonly writableLength: number;
  readonly writableNeedDrain: boolean;
  readonly destroyed: boolean;
  on(event: 'drain' | 'close', run: () => void): unknown;
  off(event: 'drain' | 'close', run: () => void): unknown;
}
