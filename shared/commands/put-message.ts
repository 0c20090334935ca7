import type { ChannelId } from '../domain/ids.ts';
import type { Message } from '../domain/kinds/message.ts';
import { channelScope } from '../domain/scope.ts';
import type { Work } from './command.ts';

type Written = Pick<Message, 'rootId' | 'broadcast' | 'text' | 'attachments'> &
  Partial<Pick<Message, 'urgent' | 'quiet' | 'forward' | 'poll'>>;

/** The message that this command writes, at its place in the channel (S5). Answers its position. */
export function putMessage(work: Work, channelId: ChannelId, written: Written): number {
  const scope = channelScope(channelId);
  const position = work.nextVersion(scope);
  work.put(scope, {
    ...{ kind: 'message', id: work.op, authorId: work.actor.userId },
    ...written,
    ...{ system: null, createdAt: work.now, editedAt: null, deletedAt: null, position },
    ordinal: work.countMessage(scope, written.rootId === null || written.broadcast ? 1 : 0),
    op: work.op,
  });
  return position;
}
