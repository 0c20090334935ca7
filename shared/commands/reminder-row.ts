import { z } from 'zod';
import type { Claim } from '../domain/claim.ts';
import { remindTime } from '../domain/kinds/saved.ts';
import { messageId, taskId, type MessageId, type TaskId } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';
import { userScope } from '../domain/scope.ts';
import type { Key, Work } from './command.ts';

/** Names a reminder: the row of the person's own that has the time, and that time. */
export const reminderFields = {
  of: z.enum(['saved', 'assignment']),
  id: z.union([messageId, taskId]),
  at: remindTime,
};

interface Reminder {
  readonly of: 'saved' | 'assignment';
  readonly id: MessageId | TaskId;
  /** ms. */
  readonly at: number;
}

export const reminderKey = ({ of, id }: Reminder, actor: Actor): Key => ({
  ...{ scope: userScope(actor.userId), kind: of, id },
});

/**
 * Writes down whose the telling is, as `next` makes it of what stands. Null: it stays as it is, and so
 * does a row that is gone or has another time by now: nobody has to be told of that one any more.
 */
export function putClaim(
  work: Work,
  { of, id, at }: Reminder,
  next: (before: Claim | undefined) => Claim | null,
): void {
  const scope = userScope(work.actor.userId);
  const row = work.get(scope, of, id);
  if (row === undefined) return;
  const time = row.kind === 'saved' ? row.remindAt : row.dueAt;
  if (time !== at) return;
  const before = row.claim?.at === at ? row.claim : undefined;
  const claim = before?.told === true ? null : next(before);
  if (claim === null) return;
  const { version: _version, ...kept } = row;
  work.put(scope, { ...kept, claim });
}
