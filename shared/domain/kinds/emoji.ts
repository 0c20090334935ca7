import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';
import { smallPictureTypes } from '../small-picture.ts';

/** Largest picture of an emoji, bytes, and its longest side, pixels. */
export const MAX_EMOJI_BYTES = 48 * 1_024;
export const MAX_EMOJI_PIXELS = 512;
/** As base64 writes it. */
export const MAX_EMOJI_LETTERS = (MAX_EMOJI_BYTES / 3) * 4;

/** As it is written between colons; also a reaction's `emoji` (see `reaction`). */
export const ownEmojiName = z.string().regex(/^[a-z0-9][a-z0-9_+-]{1,39}$/);

/**
 * An emoji that the workspace has made, with its picture: so it is on every computer, encrypted
 * with everything else, before anybody needs it. Scope: org.
 */
export const emoji = z.object({
  kind: z.literal('emoji'),
  ...rowBase,
  name: z.string().max(40),
  mediaType: z.enum(smallPictureTypes),
  /** Its bytes in base64. */
  picture: z.string().max(MAX_EMOJI_LETTERS),
  authorId: z.string(),
  createdAt: timestamp,
});
export type Emoji = z.infer<typeof emoji>;
