import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Task } from '../../../shared/domain/kinds/task.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { TaskView } from '../../../shared/rpc/task-views.ts';
import type { RefusedView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import { checklistView } from './checklist-view.ts';
import { refusedView } from './refused-view.ts';

/** Draws a task: its row, with what became of pending commands. */
export function taskView(cache: Cache, channelId: string, row: Task): TaskView {
  const shown = cache.overlay.shown(channelScope(channelId as ChannelId), 'task', row.id);
  return {
    id: row.id,
    channelId,
    messageId: row.messageId,
    title: row.title,
    authorId: row.authorId,
    assigneeId: row.assigneeId,
    dueAt: row.dueAt,
    done: row.doneAt !== null,
    doneAt: row.doneAt,
    doneBy: row.doneBy,
    createdAt: row.createdAt,
    waiting: shown?.entry.state === 'waiting',
    checklist: checklistView(cache, channelId, row.id),
    refused: refusedOf(cache, row.id),
    away: false,
  };
}

/** S7: a change that the relay did not take. */
function refusedOf(cache: Cache, taskId: string): RefusedView | null {
  for (const entry of cache.outbox.entries()) {
    if (entry.state !== 'refused' || !entry.name.startsWith('task.')) continue;
    const args = entry.args as { taskId?: string; messageId?: string | null };
    if ((args.taskId ?? args.messageId) === taskId) return refusedView(entry);
  }
  return null;
}
