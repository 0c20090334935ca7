import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import { isClosed, MAX_OPTIONS, type Poll } from '../domain/kinds/poll.ts';
import { choices, voteId, type Vote } from '../domain/kinds/vote.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse } from './command.ts';

/**
 * States what the actor chooses in a poll, in the place of what they chose before; nothing takes
 * their vote back. In an anonymous poll the vote stays in the actor's own scope, and the sums in the
 * poll's row move with it in the same transaction.
 */
export const pollVote = defineCommand({
  name: 'poll.vote',
  args: z.strictObject({
    channelId,
    messageId,
    choices: choices
      .max(MAX_OPTIONS)
      .refine((all) => all.every((one, i) => i === 0 || one > all[i - 1]!), 'ascending, each once'),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => {
    const scope = channelScope(args.channelId);
    const id = voteId(args.messageId, actor.userId);
    return [
      ...accessKeys(args.channelId, actor),
      { scope, kind: 'message', id: args.messageId },
      { scope, kind: 'poll', id: args.messageId },
      { scope, kind: 'vote', id },
      { scope: userScope(actor.userId), kind: 'vote', id },
    ];
  },
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const channel = channelScope(args.channelId);
    const message = work.get(channel, 'message', args.messageId);
    if (message === undefined) return refuse('not_found');
    if (message.deletedAt !== null) return refuse('deleted');
    const poll = work.get(channel, 'poll', args.messageId);
    if (poll === undefined) return refuse('not_found');
    if (isClosed(poll, work.now)) return refuse('closed');
    const unknown = args.choices.some((one) => one >= poll.options.length);
    if (unknown || (!poll.several && args.choices.length > 1)) return refuse('invalid');
    const { userId } = work.actor;
    const scope = poll.anonymous ? userScope(userId) : channel;
    const id = voteId(args.messageId, userId);
    const before = work.get(scope, 'vote', id);
    if (String(before?.choices ?? []) === String(args.choices)) return undefined;
    if (args.choices.length === 0) work.remove(scope, 'vote', id);
    else work.put(scope, { kind: 'vote', id, ...args, userId, op: work.op });
    const { tally } = poll;
    if (tally !== null) work.put(channel, { ...poll, tally: moved(tally, before, args.choices) });
    return undefined;
  },
  supersedes: (args) => `vote/${args.messageId}`,
});

/** The sums without what somebody chose before, and with what they choose now. */
function moved(
  { counts, voters }: NonNullable<Poll['tally']>,
  before: Vote | undefined,
  now: readonly number[],
): NonNullable<Poll['tally']> {
  const by = (option: number): number =>
    Number(now.includes(option)) - Number(before?.choices.includes(option) ?? false);
  const voted = Number(now.length > 0) - Number(before !== undefined);
  return {
    counts: counts.map((count, option) => Math.max(0, count + by(option))),
    voters: Math.max(0, voters + voted),
  };
}
