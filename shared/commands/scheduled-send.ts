import { z } from 'zod';
import { channelId, scheduledId } from '../domain/ids.ts';
import { channelScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';
import {
  deliver,
  deliveryKeys,
  furtherDeliveryKeys,
  gone,
  scheduledKeys,
  scheduledRow,
} from './scheduled-row.ts';

/** Sends now what was to go out later. */
export const scheduledSend = defineCommand({
  name: 'scheduled.send',
  args: z.strictObject({ id: scheduledId, channelId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => scheduledKeys(args, actor),
  follow: (work, args) => deliveryKeys(work, args.id),
  further: (work, args) => furtherDeliveryKeys(work, args.id),
  run(work, args) {
    const row = scheduledRow(work, args.id);
    if (row === undefined) return gone(work, args);
    deliver(work, row);
    return undefined;
  },
});
