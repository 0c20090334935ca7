import { z } from 'zod';
import { flag, number, text } from './tolerant.ts';

/** A line of users.json. */
export const slackUser = z.object({
  id: z.string().min(1),
  name: text,
  deleted: flag,
  real_name: text,
  tz: text,
  is_bot: flag,
  is_admin: flag,
  is_owner: flag,
  is_primary_owner: flag,
  updated: number,
  profile: z
    .object({
      title: text,
      real_name: text,
      display_name: text,
      status_text: text,
      status_emoji: text,
      status_expiration: number,
      bot_id: text,
    })
    .optional()
    .catch(undefined),
});
export type SlackUser = z.infer<typeof slackUser>;
