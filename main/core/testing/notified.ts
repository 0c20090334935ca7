import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { User } from '../../../shared/domain/kinds/user.ts';
import type { Workspace } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow, userRow } from '../../../shared/testing/rows.ts';
import { Detail } from '../notify/detail.ts';
import { Notices } from '../notify/notices.ts';
import { Notifier } from '../notify/notifier.ts';
import { Reminders } from '../notify/reminders.ts';
import { SavedReminders } from '../notify/saved-reminders.ts';
import { SummaryCounts } from '../notify/summary.ts';
import { TaskReminders } from '../notify/task-reminders.ts';
import { WorkDay } from '../notify/work-day.ts';
import { Writer } from '../outbox/writer.ts';
import { applyRows } from '../sync/apply.ts';
import type { NoticeDetail } from '../../../shared/rpc/views.ts';
import { testCache } from './cache.ts';
import { Tasks } from '../views/tasks.ts';
import { TestViews } from './views.ts';

/** Ayu's computer, to which rows come, and what it tells her. Its clock stands at a given moment. */
export class Notified {
  readonly opened = testCache();
  readonly channel = anId(0x10) as ChannelId;
  readonly talk = anId(0x11) as ChannelId;
  /** What she looks at. */
  looking: ChannelId | null = null;
  whole: boolean | null = true;
  /** Her choices, and this computer's policy. */
  sound = true;
  detail: NoticeDetail = 'words';
  hidden = false;
  notices!: Notices;
  notifier!: Notifier;
  day!: WorkDay;
  reminders!: readonly Reminders[];
  cache = this.opened.cache;
  #version = 100;

  constructor(now: number, me: Partial<User> = {}, company: Partial<Workspace> = {}) {
    this.clock.set(now);
    this.person(me);
    this.put(orgScope, {
      ...{ kind: 'workspace', id: 'workspace', version: 1, name: 'Nusa', createdAt: 0, ...company },
    });
    for (const [id, type] of [
      [this.channel, 'private'],
      [this.talk, 'dm'],
    ] as const) {
      this.place(id);
      this.open(id, type);
    }
    this.#begin();
  }

  get clock() {
    return this.opened.clock;
  }

  #begin(): void {
    const { cache, clock } = this;
    const { topics } = this.opened;
    const { people: known, channels, messageViews: views, followed } = new TestViews(cache, clock);
    const notices = new Notices(topics, () => this.sound);
    const detail = new Detail({ cache, chosen: () => this.detail, hidden: this.hidden });
    this.notices = notices;
    const guard = (run: () => void): void => run();
    this.notifier = new Notifier({
      ...{ cache, clock, people: known, channels, views, followed, notices, guard, detail },
      looking: () => this.looking,
      clockSkew: () => 0,
    });
    const fetcher = { single: () => Promise.resolve() };
    const tasks = new Tasks({ cache, people: known, channels, clock, live: () => false, fetcher });
    this.reminders = [
      new SavedReminders({ cache, people: known, channels, views, detail }),
      new TaskReminders({ cache, channels, tasks, detail }),
    ].map(
      (source) =>
        new Reminders({
          ...{ cache, clock, notices, source, guard },
          writer: new Writer({
            ...{ cache, clock, written: () => undefined },
            newId: () => anId(0x200_000 + this.#version++),
          }),
          ...{ line: () => 'none', inUse: () => true, shows: () => true, clockSkew: () => 0 },
        }),
    );
    this.day = new WorkDay({
      ...{ cache, clock, notices, guard, counts: new SummaryCounts(cache, channels) },
      whole: () => this.whole,
    });
    this.day.look();
    for (const reminders of this.reminders) reminders.look();
  }

  /** The program ends. */
  end(): void {
    this.day.close();
    for (const reminders of this.reminders) reminders.close();
    this.notifier.close();
    this.cache.close();
  }

  /** And is started again at another moment. */
  begin(now: number): void {
    this.clock.set(now);
    this.cache = this.opened.again();
    this.#begin();
  }

  put(scope: Parameters<typeof applyRows>[1], row: { [key: string]: unknown }): Message[] {
    const version = this.#version++;
    const whole = { ...row, version: row['kind'] === 'message' ? row['version'] : version };
    return this.cache.transaction(() => applyRows(this.cache, scope, [whole as never]).said);
  }

  person(change: Partial<User>): void {
    this.put(orgScope, { ...userRow(people.ayu, 1, { displayName: 'Ayu' }), ...change });
    this.put(orgScope, { ...userRow(people.budi, 1, { displayName: 'Budi' }) });
  }

  open(id: ChannelId, type: 'private' | 'dm' = 'private'): void {
    this.put(channelScope(id), {
      ...{ kind: 'channel', id, version: 1, type, name: type === 'dm' ? '' : 'gudang' },
      ...{ topic: '', purpose: '', creatorId: people.budi, createdAt: 0, archivedAt: null },
      people: type === 'dm' ? [people.ayu, people.budi] : [],
    });
  }

  place(id: ChannelId, change: { muted?: boolean; notify?: string } = {}): void {
    this.put(userScope(people.ayu), {
      ...{ kind: 'membership', id, joinedAt: 0, starred: false, muted: false, notify: 'mentions' },
      ...change,
    });
  }

  say(id: ChannelId, text: string, change: Partial<Message> = {}): Message {
    const version = this.#version++;
    const row = messageRow(anId(0x1000 + version), version, {
      ...{ text, createdAt: this.clock.now(), ...change },
    });
    const said = this.put(channelScope(id), row);
    this.notifier.arrived(channelScope(id), said);
    if (text.includes(people.ayu)) {
      this.put(userScope(people.ayu), {
        ...{ kind: 'mention', id: row.id, channelId: id, position: row.position, rootId: null },
        ...{ authorId: row.authorId, at: row.createdAt },
      });
    }
    return row;
  }

  /** Ayu keeps a message, or has ticked it off, here or on another computer. */
  save({ id }: Message, remindAt: number | null, done = false): void {
    const channelId = this.channel;
    const times = { remindAt, done, savedAt: this.clock.now() };
    this.put(userScope(people.ayu), { kind: 'saved', id, channelId, ...times });
  }

  /** Budi gives Ayu something to do, or it was ticked off. */
  task(title: string, dueAt: number | null, done = false): void {
    const [id, channelId] = [anId(0x7a5c), this.channel];
    const at = this.clock.now();
    const whose = { assigneeId: people.ayu, dueAt };
    this.put(channelScope(channelId), {
      ...{ kind: 'task', id, messageId: null, title, authorId: people.budi, ...whose },
      ...{ doneAt: done ? at : null, doneBy: done ? people.budi : null, createdAt: at },
    });
    const row = { kind: 'assignment', id, channelId, ...whose, by: people.budi, at, done };
    this.put(userScope(people.ayu), row);
  }

  read(id: ChannelId, { position, ordinal }: Message): void {
    this.put(userScope(people.ayu), { kind: 'marker', id, epoch: 0, position, ordinal });
  }

  /** What was told since the last time, after all is gathered. */
  told(): string[] {
    this.clock.advance(1_000);
    return this.notices.take().show.map((notice) => {
      if (notice.type === 'reminder') return `reminder: ${notice.text ?? 'hidden'}`;
      if (notice.type === 'task') return `task: ${notice.title ?? 'hidden'}`;
      if (notice.type === 'message') return `${notice.count} ${notice.text ?? 'hidden'}`;
      const { type, messages, places } = notice;
      const mentions = notice.type === 'summary' ? ` ${notice.mentions} mentions,` : '';
      return `${type}:${mentions} ${messages} messages in ${places}`;
    });
  }

  /** Ids of the notices that were taken away since the last time. */
  withdrawn(): string[] {
    this.clock.advance(1_000);
    return this.notices.take().withdraw;
  }

  /** Its author says it otherwise. */
  edit(id: ChannelId, message: Message, text: string): void {
    const version = this.#version++;
    const edited = { text, editedAt: this.clock.now(), op: anId(0x5000 + version), version };
    this.put(channelScope(id), { ...message, ...edited });
  }

  /** Budi or Ayu deletes it, here or elsewhere. */
  delete(id: ChannelId, message: Message): void {
    const version = this.#version++;
    const gone = { deletedAt: this.clock.now(), text: '', version };
    this.put(channelScope(id), { ...message, ...gone });
  }
}
