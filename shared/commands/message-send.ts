import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { attachment, MAX_ATTACHMENTS, MAX_TEXT } from '../domain/kinds/message.ts';
import { itemText, MAX_ITEMS } from '../domain/kinds/checklist.ts';
import { pollTerms, type PollTerms } from '../domain/kinds/poll.ts';
import { MAX_REASON } from '../domain/kinds/urgent.ts';
import { oneLine } from '../domain/one-line.ts';
import { channelScope, registryScope, type Scope } from '../domain/scope.ts';
import { attachFiles, attachKeys, eachFileOnce } from './attached.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { checklistKey } from './checklist-row.ts';
import { defineCommand, refuse, type Work } from './command.ts';
import { concernedBy, followerKeys, followKey, followOwn, letFollow } from './following.ts';
import { mentionKeys, tellMentioned } from './post.ts';
import { putMessage } from './put-message.ts';

const PARTICIPANTS = 5;

/** Writes a message; its id is the command's. With `rootId` it is a reply in that message's thread. */
export const messageSend = defineCommand({
  name: 'message.send',
  args: z
    .strictObject({
      channelId,
      rootId: messageId.nullable(),
      /** Shows a reply in the channel too. */
      broadcast: z.boolean(),
      text: z.string().max(MAX_TEXT),
      attachments: z.array(attachment).max(MAX_ATTACHMENTS),
      /** Why it must ring outside working hours too; administrators see who gave what reason. */
      urgent: z.string().overwrite(oneLine).trim().min(1).max(MAX_REASON).optional(),
      /** It must ring for nobody. */
      quiet: z.literal(true).optional(),
      /** People answer it by choosing. */
      poll: pollTerms.optional(),
      /** Lines to be ticked off. */
      checklist: z.array(itemText).min(1).max(MAX_ITEMS).optional(),
      /** For a reply: position of the last message of the thread that its author had read. */
      read: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).optional(),
    })
    .refine((args) => args.text.trim() !== '' || args.attachments.length > 0, 'nothing to send')
    .refine((args) => args.rootId !== null || !args.broadcast, 'only a reply can be broadcast')
    .refine((args) => eachFileOnce(args.attachments), 'the same file twice')
    .refine((args) => args.poll === undefined || args.text.trim() !== '', 'nothing is asked')
    .refine((args) => args.urgent === undefined || args.quiet === undefined, 'urgent or quiet'),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor, op) => {
    const scope = channelScope(args.channelId);
    return [
      ...accessKeys(args.channelId, actor),
      { scope, kind: 'message', id: op },
      ...(args.poll === undefined ? [] : ([{ scope, kind: 'poll', id: op }] as const)),
      ...(args.checklist === undefined ? [] : [checklistKey(args.channelId, op)]),
      ...(args.urgent === undefined
        ? []
        : ([{ scope: registryScope, kind: 'urgent', id: op }] as const)),
      ...(args.rootId === null
        ? []
        : ([
            { scope, kind: 'message', id: args.rootId },
            { scope, kind: 'thread', id: args.rootId },
            followKey(actor.userId, args.rootId),
          ] as const)),
      ...mentionKeys(args.channelId, op, args.text),
      ...attachKeys(args.channelId, args.attachments),
    ];
  },
  follow(work, { channelId: id, rootId, text }) {
    if (rootId === null) return [];
    const concerned = concernedBy(work, { channelId: id, rootId, text });
    return followerKeys(id, rootId, concerned);
  },
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(args.channelId);
    // S1: a repeat is answered before it comes here; this id is another message's.
    if (work.get(scope, 'message', work.op) !== undefined) return refuse('id_taken');
    const concerned =
      args.rootId === null
        ? new Set<string>()
        : concernedBy(work, { channelId: args.channelId, rootId: args.rootId, text: args.text });
    if (args.rootId !== null) {
      const root = work.get(scope, 'message', args.rootId);
      if (root === undefined || root.rootId !== null) return refuse('not_found');
      const before = work.get(scope, 'thread', args.rootId);
      const others = (before?.participants ?? []).filter((id) => id !== work.actor.userId);
      work.put(scope, {
        kind: 'thread',
        id: args.rootId,
        replies: (before?.replies ?? 0) + 1,
        lastReplyAt: work.now,
        participants: [work.actor.userId, ...others].slice(0, PARTICIPANTS),
      });
    }
    const { rootId, broadcast, text, attachments, urgent, quiet, poll } = args;
    const position = putMessage(work, args.channelId, {
      ...{ rootId, broadcast, text, attachments },
      ...(urgent === undefined ? {} : { urgent }),
      ...(quiet === undefined ? {} : { quiet }),
      ...(poll === undefined ? {} : { poll: true as const }),
    });
    // After the message, so that whoever holds the newer part of the channel holds both (S6).
    if (args.poll !== undefined) putPoll(work, scope, args.poll);
    if (args.checklist !== undefined) {
      const items = args.checklist.map((line, index) => ({ id: String(index), text: line }));
      work.put(scope, { kind: 'checklist', id: work.op, items });
    }
    const taken = attachFiles(work, args.channelId, args.attachments);
    if (taken !== undefined) return taken;
    if (args.urgent !== undefined) {
      work.put(registryScope, {
        ...({ kind: 'urgent', id: work.op, authorId: work.actor.userId } as const),
        ...{ channelId: args.channelId, reason: args.urgent, at: work.now },
      });
    }
    tellMentioned(work, { ...args, messageId: work.op, position });
    if (args.rootId !== null) {
      const thread = { channelId: args.channelId, rootId: args.rootId };
      letFollow(work, concerned, { ...thread, readTo: position - 1 });
      followOwn(work, { ...thread, position, read: args.read });
    }
    return undefined;
  },
});

function putPoll(work: Work, scope: Scope, terms: PollTerms): void {
  const counts = terms.options.map(() => 0);
  work.put(scope, {
    ...{ kind: 'poll', id: work.op, authorId: work.actor.userId, ...terms, closedAt: null },
    tally: terms.anonymous ? { counts, voters: 0 } : null,
  });
}
