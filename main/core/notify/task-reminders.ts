import type { ChannelId } from '../../../shared/domain/ids.ts';
import { policyOf } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { NoticeView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { Tasks } from '../views/tasks.ts';
import type { Due, RemindSource } from './reminders.ts';
import { selfOf } from './self.ts';

interface TaskRemindersOptions {
  cache: Cache;
  channels: Channels;
  tasks: Tasks;
}

/** Open tasks of the person's own, when they become overdue. */
export class TaskReminders implements RemindSource {
  readonly key = 'told_tasks';
  readonly topic = 'tasks';
  readonly #options: TaskRemindersOptions;

  constructor(options: TaskRemindersOptions) {
    this.#options = options;
  }

  waiting(): Due[] {
    return this.#options.tasks
      .mine()
      .flatMap(({ id, dueAt }) => (dueAt === null ? [] : [{ id, at: dueAt }]));
  }

  notice(taskId: string): NoticeView | undefined {
    const { cache, channels, tasks } = this.#options;
    const own = tasks.mine().find(({ id }) => id === taskId);
    const channel = own === undefined ? undefined : channels.row(own.channelId);
    if (own === undefined || channel === undefined) return undefined;
    const scope = channelScope(own.channelId as ChannelId);
    const task = cache.overlay.get(scope, 'task', taskId);
    // The company may not want its words on locked screens.
    const silent = task === undefined || !policyOf(selfOf(cache).company).notificationText;
    return {
      ...{ type: 'task', id: `task/${taskId}`, channelId: own.channelId },
      messageId: task?.messageId ?? null,
      title: silent ? null : task.title,
      place: silent || channel.type === 'dm' ? null : channels.title(channel),
    };
  }
}
