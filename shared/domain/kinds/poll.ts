import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { rowBase, timestamp } from '../row.ts';

export const MAX_OPTIONS = 12;
/** Longest answer that can be chosen, in UTF-16 units. */
export const MAX_OPTION = 120;

const optionText = z.string().min(1).max(MAX_OPTION);

/** A moment that a calendar knows, ms. */
export const closeTime = timestamp.max(8_640_000_000_000_000);

/** What a poll asks, beside the words of its message. */
export const pollTerms = z
  .strictObject({
    options: z
      .array(z.string().overwrite(oneLine).trim().min(1).max(MAX_OPTION))
      .min(2)
      .max(MAX_OPTIONS),
    /** More than one may be chosen. */
    several: z.boolean(),
    /** Nobody sees who chose what. */
    anonymous: z.boolean(),
    /** When it closes by itself, ms by the relay's clock (S15); null for never. */
    closesAt: closeTime.nullable(),
  })
  .refine(({ options }) => new Set(options).size === options.length, 'the same answer twice');
export type PollTerms = z.infer<typeof pollTerms>;

const count = z.number().int().nonnegative();

/**
 * A question that people answer by choosing; its words are the message's. Who chose what is a `vote`
 * row each. Scope: channel. Id: the message's.
 */
export const poll = z.object({
  kind: z.literal('poll'),
  ...rowBase,
  authorId: z.string(),
  options: z.array(optionText).max(MAX_OPTIONS),
  several: z.boolean(),
  anonymous: z.boolean(),
  closesAt: timestamp.nullable(),
  /** Its author closed it before that. */
  closedAt: timestamp.nullable(),
  /**
   * Of an anonymous poll: how often each option was chosen, and by how many people. Null where the
   * votes can be read and counted.
   */
  tally: z.object({ counts: z.array(count).max(MAX_OPTIONS), voters: count }).nullable(),
});
export type Poll = z.infer<typeof poll>;

export const isClosed = (of: Pick<Poll, 'closesAt' | 'closedAt'>, now: number): boolean =>
  of.closedAt !== null || (of.closesAt !== null && now >= of.closesAt);
