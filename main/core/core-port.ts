import type { Clock } from '../../shared/domain/clock.ts';
import type { CoreHandlers } from '../../shared/rpc/core-api.ts';
import type { Result } from '../../shared/rpc/result.ts';
import type { Topic } from '../../shared/rpc/topics.ts';
import type { AttachProblem } from '../../shared/rpc/file-views.ts';
import type { Chosen } from './files/attach.ts';
import type { FileAnswer, FileRequest } from './files/serve.ts';
import type { KeyStore } from './keys/key-store.ts';
import type { OpenSocket } from './sync/socket.ts';

export interface CoreOptions {
  /** The profile's folder: everything that the core keeps is below it. */
  dir: string;
  /** For the relay's logs: `balai/0.1.0 linux`. */
  client: string;
  /** What the owner calls this computer. */
  deviceName: string;
  /** Filled in for whoever signs in; null where nobody has decided. */
  relayAddress: string | null;
  /** Whether plain HTTP to other computers is allowed; to this one it always is. */
  allowInsecure: boolean;
  /** This computer's policy: notifications say only that something came. */
  hideNotices?: boolean;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  randomHex: (bytes: number) => string;
  /** UUIDv7. */
  newId: () => string;
  fetch: typeof fetch;
  openSocket: OpenSocket;
  keyStore: KeyStore;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/** Files' bytes, which are too many for the API. Answers 401 where nobody is signed in. */
export interface CoreFiles {
  serve(request: FileRequest): Promise<FileAnswer>;
  attach(
    chosen: Chosen,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Result<{ id: string }, AttachProblem>>;
}

export interface Core {
  readonly handlers: CoreHandlers;
  readonly files: CoreFiles;
  onTopics(listener: (topics: Topic[]) => void): () => void;
  /** The computer woke up, or its network changed. */
  networkChanged(): void;
  close(): Promise<void>;
}
