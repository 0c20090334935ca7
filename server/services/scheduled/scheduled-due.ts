import { z } from 'zod';
import { defineCommand } from '../../../shared/commands/command.ts';
import {
  deliver,
  deliveryKeys,
  furtherDeliveryKeys,
  scheduledKeys,
  scheduledRow,
  unplan,
} from '../../../shared/commands/scheduled-row.ts';
import { channelId, scheduledId } from '../../../shared/domain/ids.ts';
import { dueId } from '../../../shared/domain/kinds/due.ts';
import { sendTime } from '../../../shared/domain/kinds/scheduled.ts';
import { channelScope, registryScope } from '../../../shared/domain/scope.ts';

/**
 * A scheduled message is due. The relay's own command, carried out as the message's author. Whatever
 * comes of it, the note that it is due is gone afterwards: one that was moved has another.
 */
export const scheduledDue = defineCommand({
  name: 'scheduled.due',
  args: z.strictObject({ id: scheduledId, channelId, at: sendTime }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...scheduledKeys(args, actor),
    { scope: registryScope, kind: 'due', id: dueId(args.at, args.id) },
  ],
  follow: (work, args) => deliveryKeys(work, args.id),
  further: (work, args) => furtherDeliveryKeys(work, args.id),
  run(work, args) {
    const row = scheduledRow(work, args.id);
    if (row === undefined || row.at !== args.at || row.failed !== null) {
      unplan(work, args.at, args.id);
    } else deliver(work, row);
    return undefined;
  },
});
