import type { Clock } from '../../shared/domain/clock.ts';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/protocol/http.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { ConnectionView } from '../../shared/rpc/connection-views.ts';
import type { PresenceState } from '../../shared/rpc/views.ts';
import { Cache } from './cache/cache.ts';
import { isDamage } from './cache/cache-error.ts';
import { asCacheError, CacheError, type Db } from './cache/open.ts';
import type { BlobStore } from './files/blob-store.ts';
import { Files } from './files/files.ts';
import { RelayFiles } from './files/relay-files.ts';
import { LogTidying } from './cache/log-tidying.ts';
import { Passing } from './live/passing.ts';
import type { LiveTopics } from './live/topics.ts';
import type { Line } from './notify/claims.ts';
import { Detail, type DetailOptions } from './notify/detail.ts';
import { Notices } from './notify/notices.ts';
import { Notifier } from './notify/notifier.ts';
import { Reminders } from './notify/reminders.ts';
import { SavedReminders } from './notify/saved-reminders.ts';
import { SummaryCounts } from './notify/summary.ts';
import { TaskReminders } from './notify/task-reminders.ts';
import { WorkDay } from './notify/work-day.ts';
import { Writer } from './outbox/writer.ts';
import { FtsIndex } from './search/index.ts';
import { RecentSearches } from './search/recent.ts';
import { Lease } from './session/lease.ts';
import { Connection } from './sync/connection.ts';
import { SyncEngine } from './sync/engine.ts';
import { Fetcher } from './sync/fetch.ts';
import type { OpenSocket, Tokens } from './sync/socket.ts';
import { Wants } from './sync/wants.ts';
import { Channels } from './views/channels.ts';
import { ActivityRows } from './views/activity-rows.ts';
import { FollowedThreads } from './views/followed-threads.ts';
import { MessageViews } from './views/message-view.ts';
import { Messages } from './views/messages.ts';
import { OutboxView } from './views/outbox-view.ts';
import { People } from './views/people.ts';
import { Pins } from './views/pins.ts';
import { Saved } from './views/saved.ts';
import { Search } from './views/search.ts';
import { SeenBy } from './views/seen.ts';
import { Tasks } from './views/tasks.ts';
import { UnreadCounts } from './views/unread.ts';

const CLOCK_TOLERANCE_MS = 5 * 60_000;

export interface WorkspaceOptions {
  db: Db;
  /** `https://balai.example.co.id` */
  address: string;
  userId: UserId;
  client: string;
  clock: Clock;
  random: () => number;
  newId: () => string;
  tokens: Tokens;
  openSocket: OpenSocket;
  fetch: typeof fetch;
  /** Files' bytes on this computer, opened with their key. */
  blobs: BlobStore;
  /** Bytes that files which can be fetched again may take. */
  fileBound: () => number;
  topics: LiveTopics;
  /** How notifications are to be, by choice and by this computer's policy. */
  notices: Omit<DetailOptions, 'cache'> & { sound: () => boolean };
  onRevoked: () => void;
  /** S12: too long without the relay. */
  onLeaseOver?: () => void;
  /** A page of the cache does not open any more. */
  onDamage?: () => void;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/** One signed-in workspace: its cache, its line to the relay, and what is read out of them. */
export class Workspace {
  readonly cache: Cache;
  readonly engine: SyncEngine;
  readonly connection: Connection;
  readonly writer: Writer;
  readonly passing: Passing;
  readonly fetcher: Fetcher;
  readonly people: People;
  readonly channels: Channels;
  readonly messages: Messages;
  readonly pins: Pins;
  readonly views: MessageViews;
  readonly followed: FollowedThreads;
  readonly activity: ActivityRows;
  readonly saved: Saved;
  readonly seen: SeenBy;
  readonly tasks: Tasks;
  readonly unread: UnreadCounts;
  readonly outboxView: OutboxView;
  readonly search: Search;
  readonly recentSearches: RecentSearches;
  readonly notices: Notices;
  readonly detail: Detail;
  readonly workDay: WorkDay;
  readonly files: Files;
  readonly #notifier: Notifier;
  readonly #reminders: readonly Reminders[];
  readonly #wants: Wants;
  readonly #lease: Lease;
  readonly #log: LogTidying;
  #looked: { channelId: ChannelId | null; people: UserId[]; active: boolean; focused: boolean } = {
    channelId: null,
    people: [],
    active: true,
    focused: true,
  };

  constructor(options: WorkspaceOptions) {
    const { clock, topics, log } = options;
    const index = new FtsIndex(options.db, clock);
    const cache = new Cache(options.db, options.userId, index, topics);
    this.cache = cache;
    const { onDamage = () => undefined, onLeaseOver = () => undefined } = options;
    cache.onDamage = onDamage;
    index.onDamage = onDamage;
    this.#log = new LogTidying(options.db, clock);
    const live = () => this.connection.live;
    this.files = new Files({
      ...{ cache, clock, live, log, random: options.random, newId: options.newId },
      ...{ blobs: options.blobs, bound: options.fileBound },
      relay: new RelayFiles({
        ...{ address: options.address, fetch: options.fetch, clock, tokens: options.tokens },
      }),
    });
    cache.onCommit = () => {
      this.#log.changed();
      this.files.committed();
    };
    index.onCommit = () => this.#log.changed();
    this.#lease = new Lease(cache.meta, clock, onLeaseOver);
    this.passing = new Passing(clock, topics);
    this.engine = new SyncEngine({
      cache,
      clock,
      send: (frame) => this.connection.send(frame),
      live: () => this.connection.live,
      onPassing: (frame) => this.passing.receive(frame),
      onSaid: (scope, messages) => this.#notifier.arrived(scope, messages),
      onDiskProblem: (error) => this.#diskFailed(error),
      log,
    });
    const { requests } = this.engine;
    this.#wants = new Wants(cache, requests, clock, live);
    this.fetcher = new Fetcher(cache, requests, live);
    this.connection = new Connection({
      url: `${options.address.replace(/^http/, 'ws')}${paths.gateway}`,
      client: options.client,
      clock,
      random: options.random,
      tokens: options.tokens,
      openSocket: options.openSocket,
      events: {
        onLive: (welcome) =>
          this.#guard(() => {
            this.#wants.connected();
            this.fetcher.connected();
            this.engine.live(welcome);
            this.files.connected();
            this.#sendLook();
            topics.changed('sidebar');
            topics.changed('people');
          }),
        onFrame: (frame) => this.#guard(() => this.engine.receive(frame)),
        onDown: () => {
          this.engine.down();
          this.passing.down();
        },
        onRevoked: options.onRevoked,
        onChange: () => {
          topics.changed('connection');
          if (this.connection.state === 'stopped') topics.changed('session');
        },
      },
      log,
    });
    this.writer = new Writer({
      cache,
      clock,
      newId: options.newId,
      written: () => this.engine.written(),
    });
    const presence = (id: string) => this.presence(id);
    this.people = new People({
      cache,
      presence,
      want: (id) => this.#wants.person(id),
      clock,
    });
    const { people } = this;
    this.channels = new Channels({ cache, people, want: (id) => this.#wants.channel(id) });
    const { channels } = this;
    const views = new MessageViews(cache);
    this.views = views;
    this.followed = new FollowedThreads(cache, channels);
    const { followed } = this;
    this.activity = new ActivityRows(cache, channels, followed);
    this.seen = new SeenBy(cache, people, channels);
    this.messages = new Messages({
      cache,
      views,
      people,
      channels,
      progress: (id) => this.engine.progressOf(id),
    });
    this.pins = new Pins({ cache, views, people, channels, fetcher: this.fetcher });
    this.saved = new Saved({ cache, views, people, channels, clock, live, fetcher: this.fetcher });
    this.tasks = new Tasks({ cache, people, channels, clock, live, fetcher: this.fetcher });
    const { tasks } = this;
    this.unread = new UnreadCounts(cache);
    this.outboxView = new OutboxView(cache, people, channels);
    this.recentSearches = new RecentSearches(cache);
    this.search = new Search({
      ...{ cache, index, people, channels, views, requests, now: clock.now.bind(clock) },
      live,
      complete: () => this.engine.progress === null,
    });
    this.notices = new Notices(topics, options.notices.sound);
    this.detail = new Detail({ cache, ...options.notices });
    const { detail } = this;
    const guard = (run: () => void) => this.#guard(run);
    const { notices } = this;
    this.#notifier = new Notifier({
      ...{ cache, clock, people, channels, views, followed, notices, guard, detail },
      looking: () => (this.#looked.focused ? this.#looked.channelId : null),
      clockSkew: () => this.connection.clockSkew,
    });
    this.#reminders = [
      new SavedReminders({ cache, people, channels, views, detail }),
      new TaskReminders({ cache, channels, tasks, detail }),
    ].map(
      (source) =>
        new Reminders({
          ...{ cache, clock, notices, source, guard, writer: this.writer },
          line: () => this.#line,
          clockSkew: () => this.connection.clockSkew,
          inUse: () => this.#looked.active,
          shows: () => notices.shows,
        }),
    );
    this.workDay = new WorkDay({
      ...{ cache, clock, notices, guard },
      counts: new SummaryCounts(cache, channels),
      whole: () => (this.connection.live ? this.engine.progress === null : null),
    });
  }

  start(): void {
    this.#lease.check();
    this.files.start();
    this.connection.start();
    this.workDay.look();
    for (const reminders of this.#reminders) reminders.look();
  }

  /** The computer woke up, or its network changed. */
  wake(): void {
    this.#lease.check();
    this.connection.suspect();
    this.workDay.look();
    for (const reminders of this.#reminders) reminders.look();
  }

  /** The relay tells of others; of oneself this computer knows. */
  presence(userId: string): PresenceState {
    if (userId !== this.cache.userId) return this.passing.presence(userId);
    if (!this.connection.live) return 'offline';
    return this.#looked.active ? 'active' : 'away';
  }

  /** What the person has before their eyes: it is fetched first, and its people's presence is followed. */
  look(channelId: ChannelId | null, people: UserId[], active: boolean, focused = active): void {
    if (active !== this.#looked.active) this.cache.topics.changed('sidebar');
    this.#looked = { channelId, people: people.slice(0, limits.lookedAtPeople), active, focused };
    this.engine.look(channelId);
    this.#sendLook();
  }

  #sendLook(): void {
    const { channelId, people, active } = this.#looked;
    this.connection.send({ t: 'look', channels: channelId === null ? [] : [channelId], people });
    this.connection.send({ t: 'presence', state: active ? 'active' : 'away' });
  }

  /** What comes over the line meets the disk: that one fails is no reason to end the process. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      const told = asCacheError(error);
      if (!(told instanceof CacheError)) throw error;
      this.#diskFailed(told);
    }
  }

  get #line(): Line {
    const { live, state } = this.connection;
    if (live) return 'live';
    // Offline it is called after it was tried in vain more than once.
    return state === 'connecting' || state === 'reconnecting' ? 'coming' : 'none';
  }

  /** Times of unsent messages go by this computer's clock (S15), so its owner should know. */
  #clockIsWrong(): boolean {
    return this.connection.live && Math.abs(this.connection.clockSkew) > CLOCK_TOLERANCE_MS;
  }

  connectionView(): ConnectionView {
    const { connection, cache, outboxView, engine } = this;
    return {
      state: connection.state,
      lastContact: cache.meta.number('contact'),
      nextTry: connection.nextTry,
      ...outboxView.counts(),
      syncing: connection.live ? engine.progress : null,
      problem: connection.problem ?? (this.#clockIsWrong() ? 'clock' : null),
      clockSkew: connection.clockSkew,
    };
  }

  /** Stops everything and closes the database. */
  close(): void {
    this.#lease.close();
    this.#log.close();
    this.workDay.close();
    for (const reminders of this.#reminders) reminders.close();
    this.#notifier.close();
    this.connection.stop();
    this.#wants.close();
    this.files.close();
    this.people.close();
    this.cache.close();
  }

  /**
   * The disk refused a change that came from the relay. Nothing is lost: the cursor did not move.
   * The line is dropped, and each new try takes up where the last change reached the disk.
   */
  #diskFailed(error: CacheError): void {
    // A damaged file is not written to any more; the cache has told of it.
    if (isDamage(error)) return this.cache.onDamage();
    this.connection.drop(error.code === 'disk_full' ? 'disk_full' : 'read_only');
  }
}
