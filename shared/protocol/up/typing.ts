import { z } from 'zod';
import { channelId, messageId } from '../../domain/ids.ts';

/** The person is writing; at most every three seconds. No answer. */
export const typing = z.strictObject({
  t: z.literal('typing'),
  channelId,
  rootId: messageId.nullable(),
});
