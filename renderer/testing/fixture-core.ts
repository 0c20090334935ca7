import { FIRST_UNSENT } from '../../shared/domain/position.ts';
import type { CoreHandlers } from '../../shared/rpc/core-api.ts';
import type { Topic } from '../../shared/rpc/topics.ts';
import type { OutboxItem } from '../../shared/rpc/connection-views.ts';
import type {
  DraftView,
  MessageView,
  PersonView,
  Preferences,
  SidebarChannel,
} from '../../shared/rpc/views.ts';
import type { FixtureChannel, FixtureOffice } from './fixture-office.ts';
import { holesAtEnd, namesOf, pageOf } from './fixture-page.ts';
import { quietHandlers } from './fixture-quiet.ts';
import { searchIn, titleOf } from './fixture-search.ts';
import { idOf } from './messages.ts';

const REFUSED_TEXTS: Readonly<Record<string, [string, string]>> = {
  'edit-late': ['message.edit', 'Totalnya 412 karton, selisih 2.'],
  'send-refused': ['message.send', 'Tom, I closed the ticket for dock 1.'],
};

/**
 * A data core in memory, for tests and for looking at screens: it answers as the real one does and
 * has no relay, no disk and no rules. A message that is sent waits while `offline`.
 */
export class FixtureCore {
  readonly office: FixtureOffice;
  readonly #tell: (topics: Topic[]) => void;
  readonly #drafts = new Map<string, DraftView>();
  readonly #typing = new Map<string, string[]>();
  #preferences: Preferences = {
    theme: 'system',
    language: 'en',
    enterSends: true,
    keptFilesMb: 1_000,
    noticeDetail: 'words',
    noticeSound: true,
    sidebarWidth: 252,
    foldedSections: [],
  };
  #made = 0x5000_0000;

  constructor(office: FixtureOffice, tell: (topics: Topic[]) => void) {
    this.office = office;
    this.#tell = tell;
  }

  /** Somebody else writes. */
  say(channelName: string, authorId: string, text: string): void {
    const channel = this.office.channels.find((one) => one.view.name === channelName);
    if (channel !== undefined)
      this.#put(channel, { authorId, text, rootId: null, broadcast: false });
  }

  /** More was said than is here; with 0 all of it has come. */
  missing(channelName: string, count: number): void {
    const channel = this.office.channels.find((one) => one.view.name === channelName);
    if (channel === undefined) return;
    channel.holes = holesAtEnd(channel, count);
    this.#change(channel);
  }

  type(channelName: string, userIds: string[]): void {
    const id = this.office.channels.find((one) => one.view.name === channelName)?.view.id ?? '';
    this.#typing.set(id, userIds);
    this.#tell([`typing:${id}`]);
  }

  connect(connected: boolean): void {
    this.office.offline = !connected;
    this.#tell(['connection', 'outbox']);
  }

  set(preferences: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...preferences };
    this.#tell(['preferences']);
  }

  #channel(id: string): FixtureChannel {
    const found = this.office.channels.find((one) => one.view.id === id);
    if (found === undefined) throw new Error('no such channel');
    return found;
  }

  #change(channel: FixtureChannel): void {
    this.#tell([`channel:${channel.view.id}`, 'sidebar', 'outbox', ...this.#threads(channel)]);
  }

  #threads(channel: FixtureChannel): Topic[] {
    return [...new Set(channel.messages.map((one) => one.rootId))].flatMap((id): Topic[] =>
      id === null ? [] : [`thread:${id}`],
    );
  }

  #put(
    channel: FixtureChannel,
    fields: Pick<MessageView, 'authorId' | 'text' | 'rootId' | 'broadcast'>,
  ): string {
    this.#made += 1;
    const { offline } = this.office;
    const id = idOf(this.#made);
    channel.messages.push({
      ...fields,
      id,
      op: id,
      channelId: channel.view.id,
      attachments: [],
      files: [],
      previews: [],
      forwarded: null,
      system: null,
      createdAt: Date.now(),
      editedAt: null,
      deleted: false,
      gone: false,
      revisions: 0,
      position: (offline ? FIRST_UNSENT : 0) + this.#made,
      ordinal: 0,
      reactions: [],
      pinned: null,
      poll: null,
      task: null,
      checklist: null,
      saved: null,
      thread: null,
      urgent: null,
      mentionsMe: fields.text.includes(this.office.me.id),
      state: offline ? 'waiting' : 'sent',
      refused: null,
    });
    channel.messages.sort((a, b) => a.position - b.position);
    this.#change(channel);
    return id;
  }

  #edit(channelId: string, id: string, change: (message: MessageView) => MessageView): void {
    const channel = this.#channel(channelId);
    channel.messages = channel.messages.map((one) => (one.id === id ? change(one) : one));
    this.#change(channel);
  }

  #person(id: string): PersonView | undefined {
    return this.office.people.find((one) => one.id === id);
  }

  #found(query: string, limit: number): PersonView[] {
    const wanted = query.toLowerCase();
    return this.office.people
      .filter(
        (one) =>
          one.displayName
            .toLowerCase()
            .split(' ')
            .some((word) => word.startsWith(wanted)) ||
          one.displayName.toLowerCase().startsWith(wanted),
      )
      .slice(0, limit);
  }

  #sidebarChannel(channel: FixtureChannel): SidebarChannel {
    const { view, messages, readTo } = channel;
    const unread = messages.filter(
      (one) =>
        one.position > readTo &&
        one.position < FIRST_UNSENT &&
        (one.rootId === null || one.broadcast),
    );
    return {
      id: view.id,
      type: view.type,
      title: titleOf(this.office, view.people, view.name),
      people: view.people,
      presence: this.#person(view.people[0] ?? '')?.presence ?? null,
      unread: unread.length,
      mentions: unread.filter((one) => one.mentionsMe).length,
      starred: view.mine?.starred ?? false,
      sectionId: null,
      muted: view.mine?.muted ?? false,
      draft: [...this.#drafts.values()].some((one) => one.channelId === view.id),
      archived: view.archived,
      lastAt: messages.at(-1)?.createdAt ?? 0,
    };
  }

  #outbox(): OutboxItem[] {
    return this.office.channels.flatMap(({ view, messages }) =>
      messages
        .filter((one) => one.state !== 'sent')
        .map((one): OutboxItem => {
          const op = one.refused?.op ?? one.op;
          const [name, text] = REFUSED_TEXTS[op] ?? ['message.send', one.text];
          return {
            op,
            name,
            channelId: view.id,
            where: `#${view.name}`,
            summary: text,
            createdAt: one.createdAt,
            state: one.state === 'refused' ? 'refused' : 'waiting',
            refusal: one.refused,
            text,
          };
        }),
    );
  }

  #drop(op: string): null {
    for (const channel of this.office.channels) {
      channel.messages = channel.messages.flatMap((one): MessageView[] => {
        if (one.refused?.op !== op && one.op !== op) return [one];
        return one.position >= FIRST_UNSENT ? [] : [{ ...one, state: 'sent', refused: null }];
      });
      this.#change(channel);
    }
    return null;
  }

  /** Answers of the API; what no screen of a conversation asks for changes nothing. */
  handlers(): CoreHandlers {
    const queued = (): { op: string } => ({ op: idOf(++this.#made) });
    const { office } = this;
    return {
      ...quietHandlers,
      session: () => ({
        state: 'signed_in',
        problem: null,
        address: 'balai.example',
        workspace: 'Nusa Mandiri',
        me: office.me,
        keyStore: 'keychain',
      }),
      setCompany: queued,
      connection: () => ({
        state: office.offline ? 'offline' : 'connected',
        lastContact: Date.now(),
        nextTry: null,
        waiting: this.#outbox().filter((one) => one.state === 'waiting').length,
        refused: this.#outbox().filter((one) => one.state === 'refused').length,
        syncing: null,
        problem: null,
        clockSkew: 0,
      }),
      outbox: () => this.#outbox(),
      discard: ({ op }) => this.#drop(op),
      overwrite: ({ op }) => this.#drop(op),
      sidebar: () => {
        const channels = office.channels.map((one) => this.#sidebarChannel(one));
        return {
          workspace: 'Nusa Mandiri',
          colour: null,
          me: office.me,
          channels,
          sections: [],
          people: Object.fromEntries(office.people.map((one) => [one.id, one])),
          threads: { unread: 0, mentions: 0 },
          activity: 0,
          totalMentions: channels.reduce((sum, one) => sum + one.mentions, 0),
          totalUnread: channels.reduce((sum, one) => sum + one.unread, 0),
          badge: channels.reduce((sum, one) => sum + one.mentions, 0),
        };
      },
      channel: ({ channelId }) =>
        office.channels.find((one) => one.view.id === channelId)?.view ?? null,
      messages: ({ channelId, at, limit }) => pageOf(office, this.#channel(channelId), at, limit),
      thread: ({ channelId, rootId }) => {
        const all = this.#channel(channelId).messages;
        const messages = all.filter((one) => one.rootId === rootId);
        const root = all.find((one) => one.id === rootId) ?? null;
        return {
          ...{ root, following: null, unread: 0, readTo: 0 },
          page: {
            channelId,
            messages,
            holes: [],
            atOldest: true,
            atNewest: true,
            lastHere: true,
            unreadAfter: null,
            ...namesOf(office, root === null ? messages : [root, ...messages]),
          },
        };
      },
      pins: ({ channelId }) => {
        const pins = this.#channel(channelId).messages.flatMap((message) =>
          message.pinned === null ? [] : [{ messageId: message.id, ...message.pinned, message }],
        );
        return {
          pins,
          complete: true,
          ...namesOf(
            office,
            pins.map(({ message }) => message),
          ),
        };
      },
      followThread: queued,
      members: ({ query, limit }) => ({
        people: this.#found(query, limit),
        owners: [],
        complete: true,
      }),
      person: ({ userId }) => this.#person(userId) ?? null,
      people: ({ query, limit }) => this.#found(query, limit),
      browse: ({ query }) => ({
        channels: office.channels
          .map((one) => one.view)
          .filter((one) => one.type === 'public' && one.name.includes(query)),
        complete: true,
      }),
      ...{ ownEmoji: () => [], addEmoji: queued, removeEmoji: queued },
      ...{ groups: () => [], group: () => null, setGroup: queued, removeGroup: queued },
      ...{ rings: () => ({ count: 0 }), removeSection: queued },
      setSection: () => ({ ...queued(), sectionId: idOf(++this.#made) }),
      typing: ({ channelId }) => ({ userIds: this.#typing.get(channelId) ?? [] }),
      search: ({ query }) => searchIn(office, query),
      searchRelay: ({ query }) => ({ ...searchIn(office, query), hits: [], reach: 'whole' }),
      ...{ schedule: queued, setScheduled: queued, removeScheduled: queued, sendScheduled: queued },
      drafts: () => [...this.#drafts.values()],
      draft: ({ channelId, rootId }) => this.#drafts.get(`${channelId} ${rootId ?? ''}`) ?? null,
      preferences: () => this.#preferences,
      setPreferences: (preferences) => {
        // Given by the schema as "may be undefined".
        this.set(preferences as Partial<Preferences>);
        return null;
      },
      offPeople: ({ userIds }) =>
        office.people.filter((one) => one.off !== null && userIds.some((id) => id === one.id)),
      send: ({ channelId, rootId, broadcast, text }) => ({
        op: this.#put(this.#channel(channelId), {
          ...{ authorId: office.me.id, rootId, broadcast, text },
        }),
      }),
      edit: ({ channelId, messageId, text }) => {
        this.#edit(channelId, messageId, (one) => ({ ...one, text, editedAt: Date.now() }));
        return queued();
      },
      remove: ({ channelId, messageId }) => {
        this.#edit(channelId, messageId, (one) => ({ ...one, text: '', deleted: true }));
        return queued();
      },
      react: ({ channelId, messageId, emoji, on }) => {
        this.#edit(channelId, messageId, (one) => {
          const others = one.reactions.filter((each) => each.emoji !== emoji);
          const known = one.reactions.find((each) => each.emoji === emoji);
          const userIds = (known?.userIds ?? []).filter((id) => id !== office.me.id);
          if (on) userIds.push(office.me.id);
          const next = { emoji, count: userIds.length, mine: on, userIds };
          return { ...one, reactions: userIds.length === 0 ? others : [...others, next] };
        });
        return queued();
      },
      save: ({ channelId, messageId, state, remindAt }) => {
        const saved = state === 'open' ? { remindAt } : null;
        this.#edit(channelId, messageId, (one) => ({ ...one, saved }));
        return queued();
      },
      removePreview: queued,
      revisions: () => ({ now: null, revisions: [], complete: true, people: {}, channels: {} }),
      forward: queued,
      pin: ({ channelId, messageId, on }) => {
        const pinned = on ? { by: office.me.id, at: Date.now() } : null;
        this.#edit(channelId, messageId, (one) => ({ ...one, pinned }));
        return queued();
      },
      ...{ vote: queued, closePoll: queued },
      tasks: () => ({ items: [], complete: true, people: {}, channels: {} }),
      taskCounts: () => ({ open: 0, overdue: 0 }),
      ...{ addTask: queued, setTask: queued, removeTask: queued, tick: queued, setItem: queued },
      createChannel: queued,
      openConversation: () => ({ channelId: office.channels.at(-1)?.view.id ?? '' }),
      updateChannel: queued,
      archiveChannel: queued,
      ...{ joinChannel: queued, leaveChannel: queued },
      ...{ inviteToChannel: queued, removeFromChannel: queued },
      markRead: ({ channelId, position }) => {
        const channel = this.#channel(channelId);
        channel.readTo = Math.max(channel.readTo, position);
        this.#change(channel);
        return null;
      },
      markUnread: ({ channelId, position }) => {
        const channel = this.#channel(channelId);
        channel.readTo = position - 1;
        this.#change(channel);
        return null;
      },
      setMembership: queued,
      setDraft: ({ channelId, rootId, text }) => {
        const key = `${channelId} ${rootId ?? ''}`;
        if (text.trim() === '') this.#drafts.delete(key);
        else this.#drafts.set(key, { channelId, rootId, text, updatedAt: Date.now() });
        this.#tell(['drafts', 'sidebar']);
        return null;
      },
      setProfile: queued,
    };
  }
}
