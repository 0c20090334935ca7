import { z } from 'zod';
import { channelId, userId } from '../../domain/ids.ts';
import { limits } from '../limits.ts';

/**
 * What the person has before their eyes: typing comes for these channels, presence for these
 * people. Takes the place of the look before. Answer: `presence` of all of them.
 */
export const look = z.strictObject({
  t: z.literal('look'),
  channels: z.array(channelId).max(limits.lookedAtChannels),
  people: z.array(userId).max(limits.lookedAtPeople),
});
