import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';
import { MAX_TEXT } from './message.ts';

/** Most earlier texts of one message that are kept: the newest ones. */
export const MAX_REVISIONS = 10;

/**
 * What a message said before it was edited, where the company wants that to be seen. It goes with
 * its message. Scope: channel. Id: `revisionId`.
 */
export const revision = z.object({
  kind: z.literal('revision'),
  ...rowBase,
  messageId: z.string(),
  text: z.string().max(MAX_TEXT),
  /** When it was written, ms. */
  at: timestamp,
});
export type Revision = z.infer<typeof revision>;

/** The `n`th text that was replaced, from 0 on, takes the place of the oldest one that is kept. */
export const revisionId = (messageId: string, n: number): string =>
  `${messageId}/${n % MAX_REVISIONS}`;
