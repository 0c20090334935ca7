import { z } from 'zod';
import { rowBase } from '../row.ts';
import { MAX_OPTIONS } from './poll.ts';

/** Numbers of options, each once, ascending. */
export const choices = z.array(
  z
    .number()
    .int()
    .nonnegative()
    .max(MAX_OPTIONS - 1),
);

/**
 * What somebody chose in a poll. It lives where those may read it who may know: in the channel, or,
 * of an anonymous poll, in the voter's own scope, where the channel learns of the sums alone.
 * Scope: channel or user. Id: `<message>/<user>`.
 */
export const vote = z.object({
  kind: z.literal('vote'),
  ...rowBase,
  channelId: z.string(),
  messageId: z.string(),
  userId: z.string(),
  choices: choices.max(MAX_OPTIONS),
  /** The command that cast it. */
  op: z.string(),
});
export type Vote = z.infer<typeof vote>;

export const voteId = (messageId: string, userId: string): string => `${messageId}/${userId}`;
