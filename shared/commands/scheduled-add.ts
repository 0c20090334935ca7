import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { attachment, MAX_ATTACHMENTS, MAX_TEXT } from '../domain/kinds/message.ts';
import { dueId } from '../domain/kinds/due.ts';
import { scheduledWhy, sendTime } from '../domain/kinds/scheduled.ts';
import { channelScope, registryScope } from '../domain/scope.ts';
import { eachFileOnce } from './attached.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse } from './command.ts';
import { plan, scheduledKeys, scheduledRow } from './scheduled-row.ts';

/**
 * Writes a message that goes out later; its id is the command's. Whether its author may write there
 * is asked now, so that they hear of it while they can mend it, and again when it is due.
 */
export const scheduledAdd = defineCommand({
  name: 'scheduled.add',
  args: z
    .strictObject({
      channelId,
      rootId: messageId.nullable(),
      /** Shows a reply in the channel too. */
      broadcast: z.boolean(),
      text: z.string().max(MAX_TEXT),
      attachments: z.array(attachment).max(MAX_ATTACHMENTS),
      at: sendTime,
      why: scheduledWhy,
    })
    .refine((args) => args.text.trim() !== '' || args.attachments.length > 0, 'nothing to send')
    .refine((args) => args.rootId !== null || !args.broadcast, 'only a reply can be broadcast')
    .refine((args) => eachFileOnce(args.attachments), 'the same file twice'),
  // Behind what opens the conversation, where that is not yet sent.
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor, op) => [
    ...accessKeys(args.channelId, actor),
    ...scheduledKeys({ id: op, channelId: args.channelId }, actor),
    { scope: registryScope, kind: 'due', id: dueId(args.at, op) },
  ],
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    if (scheduledRow(work, work.op) !== undefined) return refuse('id_taken');
    plan(work, { kind: 'scheduled', id: work.op, ...args, createdAt: work.now });
    return undefined;
  },
});
