import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';
import { uuidOf } from '../uuid.ts';
import { attachment, MAX_ATTACHMENTS, MAX_TEXT } from './message.ts';

/** `chosen`: a time that its author picked. `day_start`: when its reader's day of work begins. */
export const scheduledWhy = z.enum(['chosen', 'day_start']);

/** A moment that a calendar knows, ms. */
export const sendTime = timestamp.max(8_640_000_000_000_000);

/**
 * A message that goes out later. Its author's alone until then. Scope: user. Id: the id of the
 * command that made it.
 */
export const scheduled = z.object({
  kind: z.literal('scheduled'),
  ...rowBase,
  channelId: z.string(),
  rootId: z.string().nullable(),
  broadcast: z.boolean(),
  text: z.string().max(MAX_TEXT),
  attachments: z.array(attachment).max(MAX_ATTACHMENTS),
  /** When it goes out, ms by the relay's clock (S15). */
  at: sendTime,
  why: scheduledWhy,
  /** Why it did not go out when it was due: a code of a refusal. It waits for its author then. */
  failed: z.string().max(40).nullable(),
  createdAt: timestamp,
});
export type Scheduled = z.infer<typeof scheduled>;

/** S1: the id of the message that it becomes, so that it can become one only once. */
export const scheduledMessageId = (id: string): string => uuidOf('scheduled', id);
