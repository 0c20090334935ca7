import { z } from 'zod';
import { RpcError } from './connect.ts';
import type { Handlers, Methods } from './method.ts';
import type { Port } from './port.ts';
import type { Topic } from './topics.ts';

const request = z.strictObject({
  id: z.number().int(),
  method: z.string().max(60),
  args: z.unknown(),
});

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
