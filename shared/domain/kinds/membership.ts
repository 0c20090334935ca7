import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

export const notifyLevels = ['all', 'mentions', 'nothing'] as const;

/**
 * The same place as its owner sees it, with settings that are nobody else's business.
 * Scope: user. Id: the channel's id. Its tombstone makes the client purge the channel (S11).
 */
export const membership = z.object({
  kind: z.literal('membership'),
  ...rowBase,
  joinedAt: timestamp,
  starred: z.boolean(),
  muted: z.boolean(),
  notify: z.enum(notifyLevels),
  /** The section of its owner's sidebar that it stands in; one that is not there is none. */
  sectionId: z.string().max(64).nullable().optional(),
  /** Who brought them in; missing where they came by themselves. */
  byId: z.string().optional(),
});
export type Membership = z.infer<typeof membership>;
