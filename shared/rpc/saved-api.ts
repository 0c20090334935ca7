import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { remindTime } from '../domain/kinds/saved.ts';
import { method } from './method.ts';
import type { Queued } from './queued.ts';
import type { SavedCounts, SavedList } from './list-views.ts';

/** What the person keeps for later: part of the core's API. */
export const savedApi = {
  /** The open ones, or those that are done. */
  saved: method<SavedList>()(z.strictObject({ done: z.boolean() })),
  savedCounts: method<SavedCounts>()(z.strictObject({})),
  /** Keeps a message for later, ticks it off, or forgets it. */
  save: method<Queued>()(
    z.strictObject({
      channelId,
      messageId,
      state: z.enum(['open', 'done', 'removed']),
      remindAt: remindTime.nullable(),
    }),
  ),
} as const;
