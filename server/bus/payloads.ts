import { z } from 'zod';
import type { Scope } from '../../shared/domain/scope.ts';
import type { Hint } from './port.ts';

/** PostgreSQL's own bound for the payload of a notification is 8,000 bytes, exclusive. */
const MOST_BYTES = 7_999;

const id = z.string();
const hint = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('scope'),
    scope: id.transform((text) => text as Scope),
    head: z.number().int().nonnegative(),
  }),
  z.object({ type: z.literal('session_ended'), sessionId: id }),
  z.object({ type: z.literal('typing'), channelId: id, rootId: id.nullable(), userId: id }),
  z.object({
    type: z.literal('presence'),
    node: id,
    userId: id,
    state: z.enum(['active', 'away', 'offline']),
  }),
]) satisfies z.ZodType<Hint>;
const payload = z.array(hint);

/** Hints as few texts, none of which is longer than a notification may be. In their order. */
export function payloadsOf(hints: readonly Hint[]): string[] {
  const payloads: string[] = [];
  let items: string[] = [];
  let bytes = 1;
  const close = (): void => {
    if (items.length > 0) payloads.push(`[${items.join(',')}]`);
    items = [];
    bytes = 1;
  };
  for (const one of hints) {
    const item = JSON.stringify(one);
    // With the comma or bracket behind it.
    const size = Buffer.byteLength(item) + 1;
    // A hint of this size is no id of anything. It may be lost like any other (S13).
    if (1 + size > MOST_BYTES) continue;
    if (bytes + size > MOST_BYTES) close();
    items.push(item);
    bytes += size;
  }
  close();
  return payloads;
}

/** The hints of a notification; none where something else than a relay has sent it. */
export function hintsOf(text: string): readonly Hint[] {
  try {
    const parsed = payload.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
