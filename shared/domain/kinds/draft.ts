import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/**
 * Longest draft, in UTF-16 units. More than a message may have: what was pasted and is too long to
 * send is kept until it has been shortened.
 */
export const MAX_DRAFT = 40_000;

/** What its owner began to write. Scope: user. Id: `<channel>` or `<channel>/<thread's first message>`. */
export const draft = z.object({
  kind: z.literal('draft'),
  ...rowBase,
  channelId: z.string(),
  rootId: z.string().nullable(),
  text: z.string().max(MAX_DRAFT),
  updatedAt: timestamp,
});
export type Draft = z.infer<typeof draft>;

export const draftId = (channelId: string, rootId: string | null): string =>
  rootId === null ? channelId : `${channelId}/${rootId}`;
