import { z } from 'zod';
import { channelId, messageId, opId, scheduledId, userId } from '../domain/ids.ts';
import { hours } from '../domain/hours.ts';
import { fileGroups } from '../domain/file-group.ts';
import { MAX_ATTACHMENTS } from '../domain/kinds/message.ts';
import { MAX_ITEMS } from '../domain/kinds/checklist.ts';
import { MAX_PREVIEWS } from '../domain/kinds/preview.ts';
import { pollTerms } from '../domain/kinds/poll.ts';
import { emojiName } from '../domain/kinds/reaction.ts';
import { scheduledWhy, sendTime } from '../domain/kinds/scheduled.ts';
import { emojiApi } from './emoji-api.ts';
import { groupApi } from './group-api.ts';
import { method, type Handlers } from './method.ts';
import { noticeApi } from './notice-api.ts';
import { pollApi } from './poll-api.ts';
import type { Queued } from './queued.ts';
import { savedApi } from './saved-api.ts';
import { sectionApi } from './section-api.ts';
import { sessionApi } from './session-api.ts';
import type { ConnectionView, OutboxItem } from './connection-views.ts';
import type { AttachedView, AttachProblem, UploadView } from './file-views.ts';
import { taskApi } from './task-api.ts';
import type {
  ActivityView,
  ChannelFiles,
  PinList,
  ScheduledView,
  SeenView,
  ThreadsView,
} from './list-views.ts';
import type { RelaySearchResult, SearchResult, SwitcherResult } from './search-views.ts';
import type {
  ChannelView,
  DraftView,
  MessagePage,
  PersonView,
  Preferences,
  RevisionList,
  SidebarView,
  ThreadView,
} from './views.ts';

const none = z.strictObject({});
const searched = z.strictObject({
  query: z.string().max(500),
  /** Only in this channel; null: everywhere. */
  channelId: channelId.nullable(),
  after: z.string().nullable(),
  limit: z.number().int().min(1).max(100),
});

/** Everything that the renderer asks of the data core. Times in ms, texts in markdown source. */
export const coreApi = {
  ...sessionApi,

  // The connection and what waits
  connection: method<ConnectionView>()(none),
  connectNow: method<null>()(none),
  outbox: method<OutboxItem[]>()(none),
  retry: method<null>()(z.strictObject({ op: z.string() })),
  discard: method<null>()(
    z.strictObject({
      op: z.string(),
      /** Its text went back into the composer, and its files go there too. */
      toDraft: z.boolean().optional(),
    }),
  ),
  /** For an edit that came too late: writes it again over the text as it is now. */
  overwrite: method<null>()(z.strictObject({ op: z.string() })),

  // Reading
  /** Null until the person's own row has come for the first time. */
  sidebar: method<SidebarView | null>()(none),
  channel: method<ChannelView | null>()(z.strictObject({ channelId })),
  messages: method<MessagePage>()(
    z.strictObject({
      channelId,
      at: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('newest') }),
        /** The first unread message in the middle; the newest page when nothing is unread. */
        z.strictObject({ from: z.literal('unread') }),
        z.strictObject({ from: z.literal('message'), messageId }),
        /** Both bounds of what is on the screen, to ask for the same window again. */
        z.strictObject({ from: z.literal('window'), first: z.number(), last: z.number() }),
        z.strictObject({ from: z.literal('before'), position: z.number() }),
        z.strictObject({ from: z.literal('after'), position: z.number() }),
      ]),
      limit: z.number().int().min(1).max(400),
    }),
  ),
  /** Fetches what lies in a hole, first of all; progress comes with the channel's topic. */
  fillHole: method<null>()(z.strictObject({ channelId, before: z.number() })),
  ...savedApi,
  /** The channel's pinned messages, newest pin first. */
  pins: method<PinList>()(z.strictObject({ channelId })),
  /** What a message said before it was edited. */
  revisions: method<RevisionList>()(z.strictObject({ channelId, messageId })),
  thread: method<ThreadView>()(z.strictObject({ channelId, rootId: messageId })),
  /** Who has seen what the person said last in a conversation. */
  seenBy: method<SeenView>()(z.strictObject({ channelId })),
  /** What concerns the person, newest first. */
  activity: method<ActivityView>()(
    z.strictObject({
      filter: z.enum(['all', 'mentions', 'reactions', 'threads']),
      limit: z.number().int().min(1).max(500),
    }),
  ),
  /** What happened up to then (ms, as an item says) has been seen. */
  seeActivity: method<null>()(z.strictObject({ at: z.number().int().nonnegative() })),
  /** The threads that the person follows and that have answers. */
  threads: method<ThreadsView>()(z.strictObject({ limit: z.number().int().min(1).max(500) })),
  members: method<{ people: PersonView[]; owners: string[]; complete: boolean }>()(
    z.strictObject({ channelId, query: z.string().max(100), limit: z.number().int().max(500) }),
  ),
  person: method<PersonView | null>()(z.strictObject({ userId })),
  people: method<PersonView[]>()(
    z.strictObject({
      query: z.string().max(100),
      limit: z.number().int().max(100),
      /** Also those whose access was closed, for administrators. */
      leavers: z.boolean().optional(),
      /** Only members of this channel. */
      membersOf: channelId.optional(),
    }),
  ),
  /** Public channels, also those that the person is not in. */
  /** Those of these people who are off now. */
  offPeople: method<PersonView[]>()(z.strictObject({ userIds: z.array(userId).max(60) })),
  browse: method<{ channels: ChannelView[]; complete: boolean }>()(
    z.strictObject({ query: z.string().max(100), limit: z.number().int().max(200) }),
  ),
  typing: method<{ userIds: string[] }>()(
    z.strictObject({ channelId, rootId: messageId.nullable() }),
  ),
  /** Looks through what is on this computer. */
  search: method<SearchResult>()(searched),
  /** The same question to the relay, which knows what is not here. */
  searchRelay: method<RelaySearchResult>()(searched),
  /** What was searched for here and led somewhere, newest first. */
  recentSearches: method<string[]>()(none),
  rememberSearch: method<null>()(z.strictObject({ query: z.string().max(500) })),
  /** One of them, or all. */
  forgetSearch: method<null>()(z.strictObject({ query: z.string().max(500).nullable() })),
  switcher: method<SwitcherResult>()(z.strictObject({ query: z.string().max(200) })),
  drafts: method<DraftView[]>()(none),
  draft: method<DraftView | null>()(z.strictObject({ channelId, rootId: messageId.nullable() })),
  /** What goes out later, the next first; what failed before all. */
  scheduled: method<ScheduledView[]>()(none),
  preferences: method<Preferences>()(none),
  setPreferences: method<null>()(
    z.strictObject({
      theme: z.enum(['system', 'light', 'dark', 'contrast']).optional(),
      language: z.enum(['system', 'en', 'id', 'ar', 'pseudo']).optional(),
      enterSends: z.boolean().optional(),
      sidebarWidth: z.number().int().min(180).max(480).optional(),
      foldedSections: z.array(z.string().max(60)).max(50).optional(),
      keptFilesMb: z.number().int().min(64).max(1_048_576).optional(),
      noticeDetail: z.enum(['words', 'names', 'nothing']).optional(),
      noticeSound: z.boolean().optional(),
    }),
  ),

  // Writing: each goes through the outbox, connected or not
  send: method<Queued>()(
    z.strictObject({
      channelId,
      rootId: messageId.nullable(),
      broadcast: z.boolean(),
      text: z.string(),
      /** Of files that are attached to the draft, in the order in which they are shown. */
      fileIds: z.array(z.string()).max(MAX_ATTACHMENTS).optional(),
      /** Why it must ring outside working hours too. */
      urgent: z.string().optional(),
      /** It rings for nobody. */
      quiet: z.literal(true).optional(),
      /** People answer it by choosing. */
      poll: pollTerms.optional(),
      /** Lines to be ticked off. */
      checklist: z.array(z.string()).max(MAX_ITEMS).optional(),
    }),
  ),
  /** As `send`, at another time. */
  schedule: method<Queued>()(
    z.strictObject({
      channelId,
      rootId: messageId.nullable(),
      broadcast: z.boolean(),
      text: z.string(),
      /** Of files that are attached to the draft. */
      fileIds: z.array(z.string()).max(MAX_ATTACHMENTS).optional(),
      at: sendTime,
      why: scheduledWhy,
    }),
  ),
  setScheduled: method<Queued>()(
    z.strictObject({
      id: scheduledId,
      channelId,
      text: z.string().optional(),
      at: sendTime.optional(),
    }),
  ),
  removeScheduled: method<Queued>()(z.strictObject({ id: scheduledId, channelId })),
  /** Sends it now. */
  sendScheduled: method<Queued>()(z.strictObject({ id: scheduledId, channelId })),
  /** Hands a message on, with its files and words of the person's own. */
  forward: method<Queued>()(
    z.strictObject({
      from: z.strictObject({ channelId, messageId }),
      channelId,
      text: z.string(),
    }),
  ),
  edit: method<Queued>()(
    z.strictObject({ channelId, messageId, base: z.string(), text: z.string() }),
  ),
  remove: method<Queued>()(z.strictObject({ channelId, messageId })),
  react: method<Queued>()(
    z.strictObject({ channelId, messageId, emoji: emojiName, on: z.boolean() }),
  ),
  /** Takes the preview of a page away from below a message, for everybody. */
  removePreview: method<Queued>()(
    z.strictObject({
      channelId,
      messageId,
      place: z
        .number()
        .int()
        .min(0)
        .max(MAX_PREVIEWS - 1),
    }),
  ),
  pin: method<Queued>()(z.strictObject({ channelId, messageId, on: z.boolean() })),
  ...pollApi,
  ...taskApi,
  createChannel: method<Queued>()(
    z.strictObject({
      name: z.string(),
      type: z.enum(['public', 'private']),
      topic: z.string(),
      userIds: z.array(userId),
    }),
  ),
  /** Gives the conversation's id, opened before or not. */
  openConversation: method<{ channelId: string }>()(z.strictObject({ userIds: z.array(userId) })),
  updateChannel: method<Queued>()(
    z.strictObject({
      channelId,
      name: z.string().optional(),
      topic: z.string().optional(),
      purpose: z.string().optional(),
    }),
  ),
  archiveChannel: method<Queued>()(z.strictObject({ channelId, archived: z.boolean() })),
  joinChannel: method<Queued>()(z.strictObject({ channelId })),
  leaveChannel: method<Queued>()(z.strictObject({ channelId })),
  inviteToChannel: method<Queued>()(z.strictObject({ channelId, userIds: z.array(userId).min(1) })),
  removeFromChannel: method<Queued>()(z.strictObject({ channelId, userId })),
  /** Everything up to and with this message has been read. */
  markRead: method<null>()(z.strictObject({ channelId, position: z.number() })),
  /** This message and all after it are unread again. */
  markUnread: method<null>()(z.strictObject({ channelId, position: z.number() })),
  followThread: method<Queued>()(z.strictObject({ channelId, rootId: messageId, on: z.boolean() })),
  /** All of a thread that is here has been read; without one: all of all that are followed. */
  readThread: method<null>()(z.strictObject({ rootId: messageId.nullable() })),
  setMembership: method<Queued>()(
    z.strictObject({
      channelId,
      starred: z.boolean().optional(),
      muted: z.boolean().optional(),
      notify: z.enum(['all', 'mentions', 'nothing']).optional(),
      sectionId: opId.nullable().optional(),
    }),
  ),
  setDraft: method<null>()(
    z.strictObject({ channelId, rootId: messageId.nullable(), text: z.string() }),
  ),
  setProfile: method<Queued>()(
    z.strictObject({
      displayName: z.string().optional(),
      title: z.string().optional(),
      department: z.string().optional(),
      location: z.string().optional(),
      timeZone: z.string().optional(),
      managerId: z.string().nullable().optional(),
      pronouns: z.string().optional(),
      skills: z.array(z.string()).optional(),
      birthday: z.string().nullable().optional(),
      status: z
        .strictObject({ emoji: z.string(), text: z.string(), until: z.number().nullable() })
        .nullable()
        .optional(),
      hours: hours.nullable().optional(),
      quietUntil: z.number().nullable().optional(),
      absence: z
        .strictObject({
          from: z.number(),
          until: z.number(),
          substituteId: z.string().nullable(),
          note: z.string(),
        })
        .nullable()
        .optional(),
    }),
  ),

  ...emojiApi,
  ...groupApi,
  ...sectionApi,

  // Files. Their bytes come and go beside this API, by the addresses in `shared/rpc/file-address.ts`.
  /** What is attached to a draft. */
  attached: method<AttachedView[]>()(z.strictObject({ channelId, rootId: messageId.nullable() })),
  /** Why this would not be attached; null where it would. */
  checkAttach: method<AttachProblem | null>()(
    z.strictObject({
      ...{ channelId, rootId: messageId.nullable() },
      ...{ name: z.string().max(1_000), size: z.number() },
    }),
  ),
  detach: method<null>()(z.strictObject({ fileId: z.string() })),
  uploads: method<UploadView[]>()(none),
  retryUpload: method<null>()(z.strictObject({ fileId: z.string() })),
  /** Files of a channel as far as they are known here, newest first. */
  channelFiles: method<ChannelFiles>()(
    z.strictObject({
      channelId,
      type: z.enum(fileGroups).nullable(),
      /** The last id of the page before; null for the first page. */
      before: z.string().nullable(),
      limit: z.number().int().min(1).max(200),
    }),
  ),

  ...noticeApi,

  // Passing things: never kept
  setTyping: method<null>()(z.strictObject({ channelId, rootId: messageId.nullable() })),
  /** What is on the screen, for presence, typing, and what to fetch first. */
  look: method<null>()(
    z.strictObject({
      channelId: channelId.nullable(),
      people: z.array(userId),
      active: z.boolean(),
      /** Whether the keyboard is in the window, so that what comes there is seen; `active` where missing. */
      focused: z.boolean().optional(),
    }),
  ),
} as const;

export type CoreApi = typeof coreApi;
export type CoreHandlers = Handlers<CoreApi>;
