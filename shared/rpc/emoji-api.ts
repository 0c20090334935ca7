import { z } from 'zod';
import { opId } from '../domain/ids.ts';
import { MAX_EMOJI_LETTERS } from '../domain/kinds/emoji.ts';
import { method } from './method.ts';
import type { Queued } from './queued.ts';
import type { OwnEmojiView } from './views.ts';

/** Emoji that the workspace has made. */
export const emojiApi = {
  ownEmoji: method<OwnEmojiView[]>()(z.strictObject({})),
  addEmoji: method<Queued>()(
    z.strictObject({ name: z.string(), picture: z.string().max(MAX_EMOJI_LETTERS) }),
  ),
  removeEmoji: method<Queued>()(z.strictObject({ emojiId: opId })),
} as const;
