import { z } from 'zod';
import { rowBase } from '../row.ts';
import { sendTime } from './scheduled.ts';

/**
 * What the relay has to send, in the order of its time. The relay's own. Scope: registry. Id: the
 * time and the id of the scheduled message.
 */
export const due = z.object({
  kind: z.literal('due'),
  ...rowBase,
  scheduledId: z.string(),
  userId: z.string(),
  channelId: z.string(),
  at: sendTime,
  /** The command that planned it: what is planned anew is sent under another op (S1). */
  by: z.string(),
});
export type Due = z.infer<typeof due>;

/** As many digits as the latest moment has, so that ids sort by time. */
const DIGITS = 16;

export const dueId = (at: number, scheduledId: string): string =>
  `${String(at).padStart(DIGITS, '0')}/${scheduledId}`;

/** The time in the id of a `due` row, ms. */
export const dueAt = (id: string): number => Number(id.slice(0, DIGITS));
