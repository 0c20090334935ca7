import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** Most links of one message that are looked at. */
export const MAX_PREVIEWS = 3;

/** Bounds of what is taken over from a page, UTF-16 units. */
export const previewBounds = { title: 300, text: 500, site: 120, alt: 300 } as const;

/** The picture of a page: a `file` of the message, with the bytes and the rights of any other. */
const picture = z.object({
  fileId: z.string(),
  /** What the page says that it shows; empty: it only decorates. */
  alt: z.string().max(previewBounds.alt),
});

/**
 * What a page says of itself that a message links to; the relay has asked it, and no client does.
 * Scope: channel. Id: `previewId`.
 */
export const preview = z.object({
  kind: z.literal('preview'),
  ...rowBase,
  messageId: z.string(),
  url: z.string().max(2_048),
  title: z.string().min(1).max(previewBounds.title),
  /** Empty where the page has no description. */
  text: z.string().max(previewBounds.text),
  /** What the place calls itself, or its host. */
  site: z.string().max(previewBounds.site),
  picture: picture.optional(),
  at: timestamp,
});
export type Preview = z.infer<typeof preview>;

/** `place`: of the link among the message's, from 0 on. The message comes first, as in a reaction's. */
export const previewId = (messageId: string, place: number): string => `${messageId}/${place}`;
