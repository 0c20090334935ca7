import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

export const channelTypes = ['public', 'private', 'dm', 'group'] as const;
export type ChannelType = (typeof channelTypes)[number];

/** Lower case letters of any script, digits, `-` and `_`; as in most chat systems. */
export const channelName = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{M}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N}_-]*$/u);

/**
 * A place to talk. A public channel's row lives in `org`, so that everybody can find it; any
 * other lives in the channel's own scope, so that only members know that it exists.
 */
export const channel = z.object({
  kind: z.literal('channel'),
  ...rowBase,
  type: z.enum(channelTypes),
  /** Empty for `dm` and `group`: these are called after their people. */
  name: z.string().max(80),
  topic: z.string().max(250),
  purpose: z.string().max(250),
  creatorId: z.string(),
  createdAt: timestamp,
  archivedAt: timestamp.nullable(),
  /** The people of a `dm` or `group`, sorted; empty for channels, whose members are rows. */
  people: z.array(z.string()).max(9),
});
export type Channel = z.infer<typeof channel>;
