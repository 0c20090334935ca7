import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { MAX_OPTIONS } from '../domain/kinds/poll.ts';
import { method } from './method.ts';
import type { Queued } from './queued.ts';

/** Polls: part of the core's API. One is made by sending a message with one. */
export const pollApi = {
  /** What the person chooses, numbers of its options; none takes their vote back. */
  vote: method<Queued>()(
    z.strictObject({ channelId, messageId, choices: z.array(z.number()).max(MAX_OPTIONS) }),
  ),
  closePoll: method<Queued>()(z.strictObject({ channelId, messageId })),
} as const;
