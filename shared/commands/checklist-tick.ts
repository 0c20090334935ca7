import { z } from 'zod';
import { channelId, taskId } from '../domain/ids.ts';
import { itemId } from '../domain/kinds/checklist.ts';
import { tickId } from '../domain/kinds/tick.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { checklistKey, tickKey } from './checklist-row.ts';
import { defineCommand, refuse } from './command.ts';

/** Ticks a line of a checklist off, or opens it again; the first who ticks it is named. */
export const checklistTick = defineCommand({
  name: 'checklist.tick',
  args: z.strictObject({ channelId, ownerId: taskId, itemId, done: z.boolean() }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    checklistKey(args.channelId, args.ownerId),
    tickKey(args.channelId, args.ownerId, args.itemId),
  ],
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    const list = work.get(scope, 'checklist', args.ownerId);
    if (list?.items.some((item) => item.id === args.itemId) !== true) return refuse('not_found');
    const id = tickId(args.ownerId, args.itemId);
    if (!args.done) work.remove(scope, 'tick', id);
    else if (work.get(scope, 'tick', id) === undefined) {
      work.put(scope, { kind: 'tick', id, by: work.actor.userId, at: work.now });
    }
    return undefined;
  },
  supersedes: (args) => `tick/${args.ownerId}/${args.itemId}`,
});
