import { z } from 'zod';
import { channelId, userId } from '../../domain/ids.ts';

/** Several words in quotes, or one. */
const term = z.strictObject({
  text: z.string().min(1).max(200),
  /** Messages with it are left out. */
  negated: z.boolean(),
  /** Still being typed, so its last word may go on. */
  open: z.boolean(),
  /** As it stands, never inside of other words. */
  quoted: z.boolean(),
});
const people = z.array(userId).max(100);
const channels = z.array(channelId).max(100);
const mark = z.boolean().nullable().default(null);

/**
 * Messages in the channels that the asker is a member of now, newest first. Names and words for
 * dates are resolved by the client, which knows what they mean to its person. Answer: `hits`.
 */
export const search = z.strictObject({
  t: z.literal('search'),
  id: z.number().int().nonnegative(),
  terms: z.array(term).max(20),
  /** Any of these wrote it; null: anybody. */
  authors: people.nullable(),
  notAuthors: people,
  /** In any of these; null: in all that the asker may read. */
  channels: channels.nullable(),
  notChannels: channels,
  /** from <= its time < to, ms; null: no bound. */
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  /** Said to any of these, by name or in a conversation; null: to anybody. */
  saidTo: people.nullable().default(null),
  notSaidTo: people.default([]),
  /** Whether it must have a link, or must not; null: either. So of all that follow. */
  link: mark,
  file: mark,
  poll: mark,
  /** Pinned in its channel. */
  pinned: mark,
  /** A task was made of it, open or done. */
  task: mark,
  /** It is a reply, or has been replied to. */
  thread: mark,
  /** The asker keeps it for later, and is not done with it. */
  saved: mark,
  /** Somebody else's that the asker has not read. */
  unread: mark,
  /** `next` of the answer before; null for the first page. */
  after: z.string().max(100).nullable(),
  limit: z.number().int().min(1).max(50),
});
