import { z } from 'zod';
import type { Client, Handlers, Methods } from './method.ts';
import type { Port } from './port.ts';
import type { Topic } from './topics.ts';

const request = z.strictObject({
  id: z.number().int(),
  method: z.string().max(60),
  args: z.unknown(),
});
const answer = z.union([
  z.strictObject({ id: z.number().int(), value: z.unknown() }),
  z.strictObject({ id: z.number().int(), error: z.string() }),
  z.strictObject({ topics: z.array(z.string()) }),
]);

/** The call reached the other side and failed there: a bug or a broken disk, not a refusal. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
}

/**
 * Serves an API over a port. Arguments are parsed by the method's schema before the handler sees
 * them. Gives back the function that tells the other side which topics have changed.
 */
export function serve<Api extends Methods>(
  port: Port,
  api: Api,
  handlers: Handlers<Api>,
  onError: (method: string, error: unknown) => void,
): (topics: Topic[]) => void {
  const answerTo = async (message: unknown): Promise<void> => {
    const parsed = request.safeParse(message);
    if (!parsed.success) return onError('?', parsed.error);
    const { id, method: name, args } = parsed.data;
    try {
      const spec = Object.hasOwn(api, name) ? api[name] : undefined;
      if (spec === undefined) throw new RpcError(`no method ${name}`);
      const handler = handlers[name] as (args: unknown) => unknown;
      port.post({ id, value: (await handler(spec.args.parse(args))) ?? null });
    } catch (error) {
      onError(name, error);
      port.post({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  port.onMessage((message) => void answerTo(message));
  return (topics) => port.post({ topics });
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface Connected<Api> {
  readonly api: Client<Api>;
  onTopics(listener: (topics: Topic[]) => void): void;
}

/** Calls an API over a port. When the port closes, every open call fails with `RpcError`. */
export function connect<Api extends Methods>(port: Port, api: Api): Connected<Api> {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(topics: Topic[]) => void>();
  let last = 0;
  let closed = false;

  port.onMessage((message) => {
    const parsed = answer.safeParse(message);
    if (!parsed.success) return;
    if ('topics' in parsed.data) {
      for (const listener of listeners) listener(parsed.data.topics as Topic[]);
      return;
    }
    const call = waiting.get(parsed.data.id);
    waiting.delete(parsed.data.id);
    if ('error' in parsed.data) call?.reject(new RpcError(parsed.data.error));
    else call?.resolve(parsed.data.value);
  });
  port.onClose(() => {
    closed = true;
    for (const call of waiting.values()) call.reject(new RpcError('the connection closed'));
    waiting.clear();
  });

  const call = (name: string) => (args: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) return reject(new RpcError('the connection closed'));
      const id = ++last;
      waiting.set(id, { resolve, reject });
      port.post({ id, method: name, args });
    });
  const client = Object.fromEntries(Object.keys(api).map((name) => [name, call(name)]));
  return { api: client as Client<Api>, onTopics: (listener) => void listeners.add(listener) };
}
