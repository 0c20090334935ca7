import { z } from 'zod';
import { flag, listOf, number, text } from './tolerant.ts';

const valued = z.object({ value: text }).optional().catch(undefined);

/** A line of channels.json, groups.json, mpims.json or dms.json. */
export const slackPlace = z.object({
  id: z.string().min(1),
  name: text,
  created: number,
  creator: text,
  is_archived: flag,
  members: listOf(z.string().min(1)),
  topic: valued,
  purpose: valued,
  pins: listOf(z.unknown()),
});
export type SlackPlace = z.infer<typeof slackPlace>;
