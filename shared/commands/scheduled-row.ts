import type { ChannelId, OpId, UserId } from '../domain/ids.ts';
import { dueId } from '../domain/kinds/due.ts';
import { scheduledMessageId, type Scheduled } from '../domain/kinds/scheduled.ts';
import type { Actor } from '../domain/permissions.ts';
import type { Refusal } from '../domain/refusal.ts';
import { channelScope, orgScope, registryScope, userScope } from '../domain/scope.ts';
import { refuse, type Key, type Work } from './command.ts';
import { messageSend } from './message-send.ts';
import { runWithin } from './within.ts';

/** Names a scheduled message; the channel is that which it was written for. */
export interface Named {
  readonly id: string;
  readonly channelId: ChannelId;
}

const sentOp = (id: string): OpId => scheduledMessageId(id) as OpId;

const sendArgs = ({ channelId, rootId, broadcast, text, attachments }: Scheduled) =>
  messageSend.args.parse({ channelId, rootId, broadcast, text, attachments });

const dueKey = (at: number, id: string): Key => ({
  ...{ scope: registryScope, kind: 'due', id: dueId(at, id) },
});

/** The row, and the message that it may have become. */
export const scheduledKeys = ({ id, channelId }: Named, actor: Actor): Key[] => [
  { scope: userScope(actor.userId), kind: 'scheduled', id },
  { scope: channelScope(channelId), kind: 'message', id: scheduledMessageId(id) },
];

export const scheduledRow = (work: Pick<Work, 'get' | 'actor'>, id: string) =>
  work.get(userScope(work.actor.userId), 'scheduled', id);

/** The relay's note of when it goes out. */
export const plannedKeys = (work: Pick<Work, 'get' | 'actor'>, id: string): Key[] => {
  const row = scheduledRow(work, id);
  return row === undefined ? [] : [dueKey(row.at, id)];
};

/** What sending it reads and writes. */
export function deliveryKeys(work: Pick<Work, 'get' | 'actor'>, id: string): Key[] {
  const row = scheduledRow(work, id);
  if (row === undefined) return [];
  return [
    dueKey(row.at, id),
    { scope: orgScope, kind: 'user', id: work.actor.userId },
    ...messageSend.needs(sendArgs(row), work.actor, sentOp(id)),
  ];
}

/** What only the thread tells of: whom a reply concerns. */
export function furtherDeliveryKeys(work: Pick<Work, 'get' | 'actor'>, id: string): Key[] {
  const row = scheduledRow(work, id);
  if (row === undefined) return [];
  const { get, actor } = work;
  return messageSend.follow?.({ get, actor, op: sentOp(id) }, sendArgs(row)) ?? [];
}

/** Why there is no such row any more: what was sent tells its author so. */
export function gone(work: Work, { id, channelId }: Named): Refusal {
  const message = work.get(channelScope(channelId), 'message', scheduledMessageId(id));
  return refuse(message?.authorId === work.actor.userId ? 'sent' : 'not_found');
}

/** Lays it down to go out at its time; what is late already goes out at once. */
export function plan(work: Work, row: Omit<Scheduled, 'version' | 'failed'>): void {
  const at = Math.max(row.at, work.now);
  const { id, channelId } = row;
  const userId: UserId = work.actor.userId;
  work.put(userScope(userId), { ...row, at, failed: null });
  work.put(registryScope, {
    ...{ kind: 'due', id: dueId(at, id), scheduledId: id, userId, channelId, at, by: work.op },
  });
}

export const unplan = (work: Work, at: number, id: string): void =>
  work.remove(registryScope, 'due', dueId(at, id));

/**
 * Makes it a message, if its author may still write there. If not, it stays with the reason, and is
 * theirs to decide about.
 */
export function deliver(work: Work, row: Scheduled): void {
  const author = work.get(orgScope, 'user', work.actor.userId);
  const own = userScope(work.actor.userId);
  unplan(work, row.at, row.id);
  const refusal =
    author != null && author.disabledAt !== null
      ? refuse('disabled')
      : runWithin(work, sentOp(row.id), messageSend, sendArgs(row));
  if (refusal === undefined) work.remove(own, 'scheduled', row.id);
  else work.put(own, { ...row, failed: refusal.code });
}
