import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** The emoji itself (`👍`), or the name of one that the workspace made (`balai-party`). */
export const emojiName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\s\p{Cc}:/]+$/u);

/**
 * One person's one emoji on one message; reactions are a set (S9).
 * Scope: channel. Id: `<message>/<user>/<emoji>`.
 */
export const reaction = z.object({
  kind: z.literal('reaction'),
  ...rowBase,
  messageId: z.string(),
  userId: z.string(),
  emoji: emojiName,
  /** Whose message it is on, so that they hear of it also before they hold the message. */
  to: z.string().optional(),
  at: timestamp.optional(),
});
export type Reaction = z.infer<typeof reaction>;

export const reactionId = (messageId: string, userId: string, emoji: string): string =>
  `${messageId}/${userId}/${emoji}`;
