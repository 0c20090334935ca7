import { claimFor } from '../domain/claim.ts';
import type { ChannelId, UserId } from '../domain/ids.ts';
import type { Task } from '../domain/kinds/task.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { memberKey } from './channel-access.ts';
import type { Key, NewRow, Work } from './command.ts';

export const taskKey = (id: ChannelId, taskId: string): Key => ({
  ...{ scope: channelScope(id), kind: 'task', id: taskId },
});

const assignmentKey = (userId: string, taskId: string): Key => ({
  ...{ scope: userScope(userId as UserId), kind: 'assignment', id: taskId },
});

/** What `tellConcerned` reads and writes for these people. */
export const concernedKeys = (
  id: ChannelId,
  taskId: string,
  people: readonly (string | null | undefined)[],
): Key[] =>
  [...new Set(people)].flatMap((userId) =>
    userId == null ? [] : [memberKey(id, userId), assignmentKey(userId, taskId)],
  );

const concerned = (task: Pick<Task, 'authorId' | 'assigneeId'> | undefined): Set<string> =>
  new Set(task === undefined ? [] : [task.authorId, task.assigneeId].filter((one) => one !== null));

/**
 * Keeps the `assignment` rows of who made a task and of who has it. Whoever is not in the channel
 * any more learns nothing (S11).
 */
export function tellConcerned(
  work: Work,
  channelId: ChannelId,
  before: Task | undefined,
  after: NewRow<'task'> | undefined,
): void {
  const id = (after ?? before)?.id ?? '';
  const given = before?.assigneeId !== after?.assigneeId;
  const now = concerned(after as Task | undefined);
  for (const userId of new Set([...concerned(before), ...now])) {
    const scope = userScope(userId as UserId);
    if (after === undefined || !now.has(userId)) {
      work.remove(scope, 'assignment', id);
      continue;
    }
    if (work.get(channelScope(channelId), 'member', userId) === undefined) continue;
    const known = work.get(scope, 'assignment', id);
    const { assigneeId, dueAt } = after;
    const done = after.doneAt !== null;
    const stands = known !== undefined && !given;
    if (stands && known.dueAt === dueAt && known.done === done) continue;
    const [by, at] = stands ? [known.by, known.at] : [work.actor.userId, work.now];
    // Whoever gets it is told, whatever those before them were.
    const claim = stands ? claimFor(known.claim, dueAt) : {};
    const row = { id, channelId, assigneeId, by, at, dueAt, done, ...claim };
    work.put(scope, { kind: 'assignment', ...row });
  }
}
