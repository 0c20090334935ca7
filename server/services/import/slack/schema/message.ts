import { z } from 'zod';
import { slackBlock } from './block.ts';
import { flag, listOf, number, text } from './tolerant.ts';

const file = z.object({
  id: text,
  name: text,
  title: text,
  mimetype: text,
  size: number,
  mode: text,
  user: text,
  permalink: text,
  url_private: text,
  external_url: text,
});
export type SlackFile = z.infer<typeof file>;

const attachment = z.object({
  title: text,
  title_link: text,
  text,
  pretext: text,
  fallback: text,
  from_url: text,
  original_url: text,
  image_url: text,
  author_name: text,
  service_name: text,
  fields: listOf(z.object({ title: text, value: text })),
  blocks: listOf(slackBlock),
});
export type SlackAttachment = z.infer<typeof attachment>;

const reaction = z.object({
  name: z.string().min(1),
  users: listOf(z.string().min(1)),
  count: number,
});

const profile = z.object({ name: text, real_name: text, display_name: text });

/** A line of a channel's day. */
export const slackMessage = z.object({
  type: text,
  subtype: text,
  ts: text,
  user: text,
  bot_id: text,
  username: text,
  text,
  /** Of an old `reply_broadcast`: what was said. */
  plain_text: text,
  thread_ts: text,
  edited: z.object({ ts: text }).optional().catch(undefined),
  reactions: listOf(reaction),
  files: listOf(file),
  /** Before 2018 a message had one file. */
  file: file.optional().catch(undefined),
  comment: z.object({ user: text, comment: text }).optional().catch(undefined),
  attachments: listOf(attachment),
  blocks: listOf(slackBlock),
  pinned_to: listOf(z.string()),
  topic: text,
  purpose: text,
  name: text,
  inviter: text,
  hidden: flag,
  user_profile: profile.optional().catch(undefined),
  bot_profile: profile.optional().catch(undefined),
});
export type SlackMessage = z.infer<typeof slackMessage>;

/** The part of a line that tells who and when: all that a first reading needs. */
export const slackAuthorship = slackMessage.pick({
  ...{ subtype: true, ts: true, user: true, bot_id: true, username: true, inviter: true },
  ...{ reactions: true, file: true, comment: true, user_profile: true, bot_profile: true },
});
export type SlackAuthorship = z.infer<typeof slackAuthorship>;
