import { z } from 'zod';
import { channelId, scheduledId } from '../domain/ids.ts';
import { MAX_TEXT } from '../domain/kinds/message.ts';
import { sendTime } from '../domain/kinds/scheduled.ts';
import { channelScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';
import { gone, plan, plannedKeys, scheduledKeys, scheduledRow, unplan } from './scheduled-row.ts';

/** Changes what goes out later, or when. What failed is tried anew. */
export const scheduledSet = defineCommand({
  name: 'scheduled.set',
  args: z
    .strictObject({
      id: scheduledId,
      channelId,
      text: z
        .string()
        .max(MAX_TEXT)
        .refine((text) => text.trim() !== '', 'nothing left; remove it instead')
        .optional(),
      at: sendTime.optional(),
    })
    .refine((args) => args.text !== undefined || args.at !== undefined, 'nothing to change'),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => scheduledKeys(args, actor),
  follow: (work, args) => plannedKeys(work, args.id),
  run(work, args) {
    const row = scheduledRow(work, args.id);
    if (row === undefined) return gone(work, args);
    unplan(work, row.at, row.id);
    const { text = row.text, at = row.at } = args;
    plan(work, { ...row, text, at, why: at === row.at ? row.why : 'chosen' });
    return undefined;
  },
});
