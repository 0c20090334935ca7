import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Assignment } from '../../../shared/domain/kinds/assignment.ts';
import type { Task } from '../../../shared/domain/kinds/task.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { TaskCounts, TaskList, TaskView } from '../../../shared/rpc/task-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Fetcher } from '../sync/fetch.ts';
import type { Channels } from './channels.ts';
import type { People } from './people.ts';
import { taskView } from './task-view.ts';

/** So many are shown. */
const MOST = 300;

export type TaskQuestion =
  | { of: 'mine' | 'given'; done: boolean }
  | { of: 'channel'; channelId: ChannelId; done: boolean };

interface TasksOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  clock: Clock;
  live: () => boolean;
  fetcher: Pick<Fetcher, 'single'>;
}

/** A task of the person's own: the channel's row, or what they know of it while that is away. */
interface Own {
  readonly id: string;
  readonly channelId: string;
  readonly dueAt: number | null;
  readonly done: boolean;
  readonly assignment: Assignment;
  readonly row: Task | undefined;
}

/** What is to be done: by the person, for them, or in one channel. */
export class Tasks {
  readonly #options: TasksOptions;

  constructor(options: TasksOptions) {
    this.#options = options;
  }

  /** Overdue and soonest first; of what is done the last first. What is not here is fetched. */
  async list(question: TaskQuestion): Promise<TaskList> {
    if (question.of !== 'channel') await this.#fetch(this.#own(question.of, question.done));
    return this.#drawn(question);
  }

  counts(): TaskCounts {
    const now = this.#options.clock.now();
    const open = this.mine();
    const overdue = open.filter(({ dueAt }) => dueAt !== null && dueAt <= now);
    return { open: open.length, overdue: overdue.length };
  }

  /** The person's open tasks in the channels that they are in (S11). */
  mine(): Own[] {
    return this.#own('mine', false);
  }

  #own(of: 'mine' | 'given', done: boolean): Own[] {
    const { cache, channels } = this.#options;
    return cache.overlay.list(userScope(cache.userId), 'assignment').flatMap((assignment) => {
      const { id, channelId } = assignment;
      if (channels.membership(channelId) === undefined) return [];
      const row = cache.overlay.get(channelScope(channelId as ChannelId), 'task', id);
      const { assigneeId, dueAt } = row ?? assignment;
      const isDone = row === undefined ? assignment.done : row.doneAt !== null;
      if ((assigneeId === cache.userId) !== (of === 'mine') || isDone !== done) return [];
      return [{ id, channelId, dueAt, done: isDone, assignment, row }];
    });
  }

  async #fetch(own: readonly Own[]): Promise<void> {
    const { live, fetcher } = this.#options;
    if (!live()) return;
    const away = new Map<ChannelId, string[]>();
    for (const { id, channelId, row } of own) {
      if (row !== undefined) continue;
      const at = channelId as ChannelId;
      away.set(at, [...(away.get(at) ?? []), id]);
    }
    await Promise.all([...away].map(([at, ids]) => fetcher.single(at, ids, 'task')));
  }

  #drawn(question: TaskQuestion): TaskList {
    const { cache, people, channels } = this.#options;
    const views = question.of === 'channel' ? this.#inChannel(question) : this.#ofPerson(question);
    const items = views.sort(question.done ? lastDoneFirst : soonestFirst).slice(0, MOST);
    const named = new Set<string>();
    for (const { authorId, assigneeId, doneBy, checklist } of items) {
      const ticked = checklist?.items.map((item) => item.doneBy) ?? [];
      for (const id of [authorId, assigneeId, doneBy, ...ticked]) if (id !== null) named.add(id);
    }
    const scopeId =
      question.of === 'channel'
        ? cache.scopes.knownId(channelScope(question.channelId))
        : undefined;
    return {
      items,
      complete: scopeId === undefined || cache.scopes.holes(scopeId).length === 0,
      people: people.views(named),
      channels: channels.names(new Set(items.map(({ channelId }) => channelId))),
    };
  }

  #inChannel({ channelId, done }: Extract<TaskQuestion, { of: 'channel' }>): TaskView[] {
    const { cache, channels } = this.#options;
    if (channels.membership(channelId) === undefined) return [];
    return cache.overlay
      .list(channelScope(channelId), 'task')
      .filter(({ doneAt }) => (doneAt !== null) === done)
      .map((row) => taskView(cache, channelId, row));
  }

  #ofPerson({ of, done }: Extract<TaskQuestion, { of: 'mine' | 'given' }>): TaskView[] {
    const { cache } = this.#options;
    return this.#own(of, done).map(({ channelId, assignment, row }) =>
      row === undefined ? awayView(assignment) : taskView(cache, channelId, row),
    );
  }
}

const awayView = ({ id, channelId, assigneeId, by, dueAt, done, at }: Assignment): TaskView => ({
  ...{ id, channelId, messageId: null, title: '', authorId: by, assigneeId, dueAt, done },
  ...{ doneAt: null, doneBy: null, createdAt: at, waiting: false, checklist: null },
  ...{ refused: null, away: true },
});

const soonestFirst = (a: TaskView, b: TaskView): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) ||
  b.createdAt - a.createdAt;

const lastDoneFirst = (a: TaskView, b: TaskView): number => (b.doneAt ?? 0) - (a.doneAt ?? 0);
