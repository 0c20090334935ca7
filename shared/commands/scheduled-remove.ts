import { z } from 'zod';
import { channelId, scheduledId } from '../domain/ids.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';
import { gone, plannedKeys, scheduledKeys, scheduledRow, unplan } from './scheduled-row.ts';

/** Takes back what was to go out later. What has gone out already is told of; twice is once. */
export const scheduledRemove = defineCommand({
  name: 'scheduled.remove',
  args: z.strictObject({ id: scheduledId, channelId }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => scheduledKeys(args, actor),
  follow: (work, args) => plannedKeys(work, args.id),
  run(work, args) {
    const row = scheduledRow(work, args.id);
    if (row === undefined) {
      const why = gone(work, args);
      return why.code === 'sent' ? why : undefined;
    }
    unplan(work, row.at, row.id);
    work.remove(userScope(work.actor.userId), 'scheduled', row.id);
    return undefined;
  },
});
