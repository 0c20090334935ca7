import type { CoreHandlers } from '../../shared/rpc/core-api.ts';
import type { taskApi } from '../../shared/rpc/task-api.ts';
import type { Workspace } from './workspace.ts';

/** Tasks over whatever workspace is open; `current` throws while there is none. */
export const taskHandlers = (
  current: () => Pick<Workspace, 'tasks' | 'writer'>,
): Pick<CoreHandlers, keyof typeof taskApi> => ({
  tasks: (question) => current().tasks.list(question),
  taskCounts: () => current().tasks.counts(),
  addTask: (args) => ({ op: current().writer.write('task.add', args) }),
  setTask: (args) => ({ op: current().writer.write('task.set', args) }),
  tick: (args) => ({ op: current().writer.write('checklist.tick', args) }),
  setItem: (args) => ({ op: current().writer.write('checklist.set', args) }),
  removeTask: (args) => ({ op: current().writer.write('task.remove', args) }),
});
