import type { Client, Methods } from './method.ts';
import type { Port } from './port.ts';
import type { Topic } from './topics.ts';

/** The call reached the other side and failed there: a bug or a broken disk, not a refusal. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
}

export type Call = (method: string, args: unknown) => Promise<unknown>;

export interface Connected<Api> {
  readonly api: Client<Api>;
  readonly call: Call;
  onTopics(listener: (topics: Topic[]) => void): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** What the serving side says. It is the page's own, so that only its shape is looked at. */
interface Said {
  readonly id?: unknown;
  readonly value?: unknown;
  readonly error?: unknown;
  readonly topics?: unknown;
}

/**
 * The client's side of an API, which the caller names by its type, each method a call. Schemas are for
 * the serving side alone, and a page starts sooner without them.
 */
export const clientOf = (call: Call): object =>
  new Proxy(Object.create(null) as object, {
    // Whoever awaits a client asks it for `then`.
    get: (_, name) =>
      typeof name === 'string' && name !== 'then' ? (args: unknown) => call(name, args) : undefined,
  });

/** Calls an API over a port. When the port closes, every open call fails with `RpcError`. */
export function connect<Api extends Methods>(port: Port): Connected<Api> {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(topics: Topic[]) => void>();
  let last = 0;
  let closed = false;

  port.onMessage((message) => {
    if (typeof message !== 'object' || message === null) return;
    const { id, value, error, topics } = message as Said;
    if (Array.isArray(topics)) {
      for (const listener of listeners) listener(topics as Topic[]);
      return;
    }
    const failed = typeof error === 'string';
    if (typeof id !== 'number' || !(failed || 'value' in message)) return;
    const open = waiting.get(id);
    waiting.delete(id);
    if (failed) open?.reject(new RpcError(error));
    else open?.resolve(value);
  });
  port.onClose(() => {
    closed = true;
    for (const open of waiting.values()) open.reject(new RpcError('the connection closed'));
    waiting.clear();
  });

  const call: Call = (method, args) =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new RpcError('the connection closed'));
      const id = ++last;
      waiting.set(id, { resolve, reject });
      port.post({ id, method, args });
    });
  const api = clientOf(call) as Client<Api>;
  return { api, call, onTopics: (listener) => void listeners.add(listener) };
}
