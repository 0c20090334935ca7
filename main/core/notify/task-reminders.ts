import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { Tasks } from '../views/tasks.ts';
import type { Detail } from './detail.ts';
import type { Due } from './claims.ts';
import type { RemindSource } from './reminders.ts';

interface TaskRemindersOptions {
  cache: Cache;
  channels: Channels;
  tasks: Tasks;
  detail: Detail;
}

/** Open tasks of the person's own, when they become overdue. */
export class TaskReminders implements RemindSource {
  readonly key = 'told_tasks';
  readonly of = 'assignment';
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
    const { cache, channels, tasks, detail } = this.#options;
    const own = tasks.mine().find(({ id }) => id === taskId);
    const channel = own === undefined ? undefined : channels.row(own.channelId);
    if (own === undefined || channel === undefined) return undefined;
    const scope = channelScope(own.channelId as ChannelId);
    const task = cache.overlay.get(scope, 'task', taskId);
    const said = task === undefined ? 'nothing' : detail.now;
    return {
      ...{ type: 'task', id: this.noticeId(taskId), channelId: own.channelId },
      messageId: task?.messageId ?? null,
      title: task !== undefined && said === 'words' ? task.title : null,
      place: said === 'nothing' || channel.type === 'dm' ? null : channels.title(channel),
    };
  }

  noticeId(taskId: string): string {
    return `task/${taskId}`;
  }
}
