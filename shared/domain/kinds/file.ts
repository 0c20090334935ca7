import { z } from 'zod';
import { MAX_FILE_NAME } from '../file-name.ts';
import { rowBase, timestamp } from '../row.ts';

/** Most bytes of a media type's name. */
export const MAX_MEDIA_TYPE = 120;
/** A policy may allow less; see `maxFileBytes`. */
export const MAX_FILE_BYTES = 4_096 * 1_024 * 1_024;

/** Why a relay takes no file: each has a sentence in the client's languages (`fileRefusal.<code>`). */
export const fileRefusals = ['too_large', 'type_blocked', 'gone'] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** Longest sound or film whose length is told, ms: a day. */
export const MAX_DURATION_MS = 24 * 3_600_000;

const pixels = z.number().int().positive();

/** What plays, and so has a length. */
export const hasLength = (mediaType: string): boolean => /^(audio|video)\//.test(mediaType);

/** What the relay found when it looked at the bytes. `mediaType` is by content, not by name. */
export const fileFacts = {
  mediaType: z.string().max(MAX_MEDIA_TYPE),
  size: z.number().int().nonnegative().max(MAX_FILE_BYTES),
  /** Hexadecimal, lower case; null until the bytes are there. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Of a picture, pixels, as it is to be shown; null where it is none. */
  width: pixels.nullable(),
  height: pixels.nullable(),
  /** Of a sound or a film, as its owner's client measured it; null where it is none, or did not. */
  durationMs: z.number().int().nonnegative().nullable(),
  /** A small WebP picture of it, pixels; null where there is none. */
  preview: z.object({ width: pixels, height: pixels }).nullable(),
};

/**
 * A file of a message. It is there as soon as the message is, and its bytes follow: `waiting`,
 * then `ready` or `refused`. Scope: channel. Id: the attachment's.
 */
export const file = z.object({
  kind: z.literal('file'),
  ...rowBase,
  messageId: z.string(),
  ownerId: z.string(),
  name: z.string().max(MAX_FILE_NAME),
  /** What the owner's client said, until the file is ready. */
  ...fileFacts,
  state: z.enum(['waiting', 'ready', 'refused']),
  /** Of a refused one; a newer relay may know more of them. */
  reason: z.string().max(40).nullable(),
  /** The picture of a page that the message links to, shown in its preview: nobody attached it. */
  ofPage: z.literal(true).optional(),
  createdAt: timestamp,
});
export type File = z.infer<typeof file>;
export type FileFacts = Pick<File, keyof typeof fileFacts>;
