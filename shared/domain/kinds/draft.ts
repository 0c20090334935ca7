import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';
import { MAX_TEXT } from './message.ts';

/** What its owner began to write. Scope: user. Id: `<channel>` or `<channel>/<thread's first message>`. */
export const draft = z.object({
  kind: z.literal('draft'),
  ...rowBase,
  channelId: z.string(),
  rootId: z.string().nullable(),
  text: z.string().max(MAX_TEXT),
  updatedAt: timestamp,
});
export type Draft = z.infer<typeof draft>;

export const draftId = (channelId: string, rootId: string | null): string =>
  rootId === null ? channelId : `${channelId}/${rootId}`;
