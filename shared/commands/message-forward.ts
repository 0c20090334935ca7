import { z } from 'zod';
import { channelId, messageId, opId, type ChannelId, type OpId } from '../domain/ids.ts';
import {
  MAX_ATTACHMENTS,
  MAX_TEXT,
  type Attachment,
  type Message,
} from '../domain/kinds/message.ts';
import { handedOn } from '../domain/handed-on.ts';
import type { Refusal } from '../domain/refusal.ts';
import { channelScope, registryScope } from '../domain/scope.ts';
import { copyFile } from './attached.ts';
import { accessKeys, enter, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse, type Work } from './command.ts';
import { mentionKeys, tellMentioned } from './post.ts';
import { putMessage } from './put-message.ts';

/**
 * Hands a message on to another place, as it stands: whoever may read it, into where they may
 * write. It is a message of theirs from then on, and stays when the first one goes. Its files go
 * along under new ids, which the client makes (S1); one that is not named stays behind.
 */
export const messageForward = defineCommand({
  name: 'message.forward',
  args: z
    .strictObject({
      channelId,
      from: z.strictObject({ channelId, messageId }),
      /** The person's own words above it; may be empty. */
      text: z.string().max(MAX_TEXT),
      files: z.array(z.strictObject({ of: opId, id: opId })).max(MAX_ATTACHMENTS),
    })
    .refine(({ files }) => distinct(files, 'of') && distinct(files, 'id'), 'the same file twice'),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor, op) => {
    const [source, target] = [channelScope(args.from.channelId), channelScope(args.channelId)];
    return [
      ...accessKeys(args.channelId, actor),
      ...accessKeys(args.from.channelId, actor),
      { scope: source, kind: 'message', id: args.from.messageId },
      { scope: target, kind: 'message', id: op },
      ...mentionKeys(args.channelId, op, args.text),
      ...args.files.flatMap(({ of, id }) => [
        { scope: source, kind: 'file', id: of } as const,
        { scope: target, kind: 'file', id } as const,
        { scope: registryScope, kind: 'upload', id } as const,
      ]),
    ];
  },
  run(work, args) {
    const { from, text } = args;
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const reading = enter(work, from.channelId);
    if (isRefusal(reading)) return reading;
    const message = work.get(channelScope(from.channelId), 'message', from.messageId);
    if (message === undefined) return refuse('not_found');
    if (message.deletedAt !== null) return refuse('deleted');
    if (message.system !== null) return refuse('forbidden');
    if (work.get(channelScope(args.channelId), 'message', work.op) !== undefined) {
      return refuse('id_taken');
    }
    const attachments = copied(work, args, message);
    if ('code' in attachments) return attachments;
    const forward = handedOn(from.channelId, message);
    const written = { rootId: null, broadcast: false, text, attachments, forward };
    const position = putMessage(work, args.channelId, written);
    const { channelId: to } = args;
    tellMentioned(work, { channelId: to, messageId: work.op, rootId: null, position, text });
    return undefined;
  },
});

type Files = readonly { readonly of: OpId; readonly id: OpId }[];

const distinct = (files: Files, part: 'of' | 'id'): boolean =>
  new Set(files.map((one) => one[part])).size === files.length;

interface Way {
  readonly channelId: ChannelId;
  readonly from: { readonly channelId: ChannelId };
  readonly files: Files;
}

function copied(work: Work, way: Way, message: Message): Attachment[] | Refusal {
  const result: Attachment[] = [];
  for (const one of message.attachments) {
    if (one.type === 'link') {
      result.push(one);
      continue;
    }
    const id = way.files.find(({ of }) => of === one.id)?.id;
    if (id === undefined) continue;
    const copy = copyFile(work, { from: way.from.channelId, to: way.channelId }, one, id);
    if (copy === undefined) continue;
    if ('code' in copy) return copy;
    result.push(copy);
  }
  return result;
}
