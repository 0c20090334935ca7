import { z } from 'zod';
import { fileName } from '../file-name.ts';
import { opId } from '../ids.ts';
import { rowBase, timestamp } from '../row.ts';
import { MAX_DURATION_MS, MAX_FILE_BYTES, MAX_MEDIA_TYPE } from './file.ts';
import { MAX_REASON } from './urgent.ts';

/** Longest text of a message, in UTF-16 units. */
export const MAX_TEXT = 16_000;

export const MAX_ATTACHMENTS = 20;

export const linkAttachment = z.object({
  type: z.literal('link'),
  url: z.string().max(2_048),
  title: z.string().max(500),
  /** A few words under the title; empty where there are none. */
  text: z.string().max(4_000),
  /** For a link to a file: its media type and size in bytes, as its source told them. */
  mediaType: z.string().max(MAX_MEDIA_TYPE).nullable(),
  size: z.number().int().nonnegative().nullable(),
});
export type LinkAttachment = z.infer<typeof linkAttachment>;

/** A file. Whether its bytes are there, and what they are, the `file` row of the same id tells. */
export const fileAttachment = z.object({
  type: z.literal('file'),
  /** Made by the client, as a command's id is (S1). */
  id: opId,
  name: fileName,
  /** As the client believes. */
  mediaType: z.string().max(MAX_MEDIA_TYPE),
  size: z.number().int().nonnegative().max(MAX_FILE_BYTES),
  /** Of a picture, pixels, as its owner's client saw it: its place is kept before it is there. */
  width: z.number().int().positive().max(65_535).optional(),
  height: z.number().int().positive().max(65_535).optional(),
  /** Of a sound or a film, likewise. */
  durationMs: z.number().int().positive().max(MAX_DURATION_MS).optional(),
});
export type FileAttachment = z.infer<typeof fileAttachment>;

export const attachment = z.discriminatedUnion('type', [linkAttachment, fileAttachment]);
export type Attachment = z.infer<typeof attachment>;

/** What a system message tells. Words are made by the client, in its reader's language. */
export const systemEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('created') }),
  z.object({ type: z.literal('joined') }),
  z.object({ type: z.literal('left') }),
  z.object({ type: z.literal('added'), userIds: z.array(z.string()).max(100) }),
  z.object({ type: z.literal('removed'), userIds: z.array(z.string()).max(100) }),
  z.object({ type: z.literal('topic'), topic: z.string().max(250) }),
  z.object({ type: z.literal('purpose'), purpose: z.string().max(250) }),
  z.object({ type: z.literal('renamed'), name: z.string().max(80) }),
  z.object({ type: z.literal('archived') }),
  z.object({ type: z.literal('unarchived') }),
]);
export type SystemEvent = z.infer<typeof systemEvent>;

/** A message that was said elsewhere, as it stood when somebody handed it on. */
export const forward = z.object({
  channelId: z.string(),
  messageId: z.string(),
  authorId: z.string(),
  text: z.string().max(MAX_TEXT),
  /** When it was said, ms. */
  createdAt: timestamp,
});
export type Forward = z.infer<typeof forward>;

/** Scope: channel. Text is markdown source with `<@user>`, `<#channel>`, `<!channel>`, `<!here>`. */
export const message = z.object({
  kind: z.literal('message'),
  ...rowBase,
  authorId: z.string(),
  /** The first message of its thread; null for a message of the channel itself. */
  rootId: z.string().nullable(),
  /** A reply that is shown in the channel too. */
  broadcast: z.boolean(),
  text: z.string().max(MAX_TEXT),
  attachments: z.array(attachment).max(MAX_ATTACHMENTS),
  system: systemEvent.nullable(),
  createdAt: timestamp,
  editedAt: timestamp.nullable(),
  deletedAt: timestamp.nullable(),
  /** S5: the version at creation. It never changes. */
  position: z.number().int().nonnegative(),
  /** How many countable messages the channel had up to and with this one. */
  ordinal: z.number().int().nonnegative(),
  /** The command that made the present text: what an edit names as its base (S9). */
  op: z.string(),
  /** Why it rings outside working hours too; missing where it does not. */
  urgent: z.string().max(MAX_REASON).optional(),
  /** Rings for nobody, at no time: its author wanted that. Missing where it may ring. */
  quiet: z.literal(true).optional(),
  /** What it hands on from elsewhere; its files are among the attachments. */
  forward: forward.optional(),
  /** How many earlier texts were kept (`revision`); missing where none was. */
  edits: z.number().int().positive().optional(),
  /** There is a `poll` row of the same id, which its text asks about. */
  poll: z.literal(true).optional(),
});
export type Message = z.infer<typeof message>;
