import type { Hours } from '../domain/hours.ts';
import type { OffReason } from '../domain/work-time.ts';
import type { LinkAttachment, SystemEvent } from '../domain/kinds/message.ts';
import type { ChannelType } from '../domain/kinds/channel.ts';
import type { Role } from '../domain/kinds/user.ts';

/** What the renderer draws: confirmed rows with the overlay of pending commands on them (S8). */

export type PresenceState = 'active' | 'away' | 'offline';

export interface PersonView {
  id: string;
  name: string;
  displayName: string;
  role: Role;
  bot: boolean;
  title: string;
  department: string;
  location: string;
  timeZone: string;
  status: { emoji: string; text: string; until: number | null } | null;
  disabled: boolean;
  presence: PresenceState;
  /** Their own or the company's, in their time zone. */
  hours: Hours;
  ownHours: boolean;
  /** Their pause ends then, ms; null where there is none. */
  quietUntil: number | null;
  /** The one that lasts or comes. */
  absence: AbsenceView | null;
  manager: ManagerView | null;
  /** Empty where they tell none. */
  pronouns: string;
  skills: string[];
  /** Month and day, `08-17`; null where they do not tell. */
  birthday: string | null;
  /** Null while they work, and where nobody can say. */
  off: OffView | null;
}

/** Whom somebody reports to. */
export interface ManagerView {
  id: string;
  /** Null where the name has not come yet. */
  name: string | null;
}

/** Somebody is off: nothing rings for them. */
export interface OffView {
  reason: OffReason;
  /** ms; null where it is not known. */
  until: number | null;
}

/** Somebody is away for days. Times in ms. */
export interface AbsenceView {
  from: number;
  until: number;
  substituteId: string | null;
  /** Null also where the name has not come yet. */
  substituteName: string | null;
  note: string;
}

/** What the company has decided for everybody. */
export interface CompanyView {
  name: string;
  /** For people who have set no hours of their own, in their time zone. */
  hours: Hours;
  /** Days on which nobody works, as `2026-12-25`, in order. */
  holidays: { date: string; name: string }[];
  /** What is offered first to somebody who writes to a person who is off. */
  offHours: 'day_start' | 'quiet' | 'ring';
  /** Whether the people of a conversation see who has read. */
  seenBy: boolean;
  /** Whether the relay asks the pages that messages link to. */
  linkPreviews: boolean;
}

export interface ChannelView {
  id: string;
  type: ChannelType;
  /** Empty for conversations; see `people`. */
  name: string;
  topic: string;
  purpose: string;
  createdAt: number;
  creatorId: string;
  archived: boolean;
  /** The other people of a conversation, without the reader (alone: the reader). */
  people: string[];
  /** The reader's place in it; null where they are not a member. */
  mine: { role: 'owner' | 'member'; starred: boolean; muted: boolean; notify: string } | null;
  /** As far as it is known here: who is in a channel is known to its members only. */
  memberCount: number;
  /** Pinned messages, as far as they are known here. */
  pinCount: number;
  /** Whether the channel waits to be made. */
  pending: boolean;
}

export interface ReactionView {
  emoji: string;
  count: number;
  mine: boolean;
  /** Who, the first twenty. */
  userIds: string[];
}

export interface RefusedView {
  op: string;
  /** A `RefusalCode`, or one of a newer relay. */
  code: string;
  /** For an edit that came too late: the text as it is now. */
  currentText: string | null;
  currentOp: string | null;
}

/** What a page says of itself that a message links to; the relay has asked it. */
export interface PreviewView {
  /** Of its link among the message's, from 0 on. */
  place: number;
  url: string;
  title: string;
  /** Empty where the page tells none. */
  text: string;
  site: string;
}

/** What a message hands on from elsewhere. */
export interface ForwardedView {
  channelId: string;
  messageId: string;
  authorId: string;
  text: string;
  /** When it was said, ms. */
  createdAt: number;
  /** Whether the reader is in that place, and may go there. */
  mine: boolean;
}

export interface MessageView {
  id: string;
  channelId: string;
  rootId: string | null;
  broadcast: boolean;
  authorId: string;
  text: string;
  /** Links; files are in `files`. */
  attachments: LinkAttachment[];
  files: FileView[];
  previews: PreviewView[];
  forwarded: ForwardedView | null;
  system: SystemEvent | null;
  /** ms; for an unsent message the client's own clock (S15). */
  createdAt: number;
  editedAt: number | null;
  deleted: boolean;
  /** S5; from `FIRST_UNSENT` on for what is not yet sent. */
  position: number;
  ordinal: number;
  /** The base that an edit of it must name (S9). */
  op: string;
  reactions: ReactionView[];
  /** Who pinned it, and when; null where it is not. */
  pinned: { by: string; at: number } | null;
  /** The reader keeps it for later; null where they do not, and once it is done. */
  saved: { remindAt: number | null } | null;
  thread: { replies: number; lastReplyAt: number; participants: string[] } | null;
  mentionsMe: boolean;
  /** Why it rang outside working hours; null for any other. */
  urgent: string | null;
  /** `waiting`: some command on it is not yet acknowledged. `refused`: see `refused`. */
  state: 'sent' | 'waiting' | 'refused';
  refused: RefusedView | null;
}

/** Part of a channel, ascending by position. S6: nothing is missing within it except at `holes`. */
export interface MessagePage {
  channelId: string;
  messages: MessageView[];
  /** Holes within or at the ends of the page: draw one between the two positions. */
  holes: HoleView[];
  /** Nothing older, nothing newer exists (as far as this client can know). */
  atOldest: boolean;
  atNewest: boolean;
  /** Position of the last message that was read, for the "New" divider; null: nothing unread. */
  unreadAfter: number | null;
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType }>;
}

export interface HoleView {
  /** Lies between messages at these positions; `after` is 0 for a hole down to the beginning. */
  after: number;
  before: number;
  /** Messages in it, as near as is known; null where unknown. */
  missing: number | null;
  /** 0..1 of the backfill that is under way; null while nobody fetches it. */
  progress: number | null;
}

/** A message that the person keeps for later. */
export interface SavedView {
  messageId: string;
  channelId: string;
  remindAt: number | null;
  done: boolean;
  savedAt: number;
  /** Null: see `lost`. */
  message: MessageView | null;
  /**
   * Why it is not shown. `away`: it is not on this computer, and there is no connection. `gone`: the
   * person is not in its channel any more (S11), or it does not exist. `deleted`: by its author.
   */
  lost: 'away' | 'gone' | 'deleted' | null;
}

export interface SavedList {
  /** Due reminders first, then what was kept last. */
  items: SavedView[];
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType; title: string }>;
}

export interface SavedCounts {
  open: number;
  /** Open ones whose time has come. */
  due: number;
}

/** A pinned message, newest pin first. */
export interface PinView {
  messageId: string;
  by: string;
  at: number;
  /** Null where it is not on this computer and cannot be fetched now. */
  message: MessageView | null;
}

export interface PinList {
  pins: PinView[];
  /** False while parts of the channel, and pins in them, have not been fetched. */
  complete: boolean;
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType }>;
}

export interface SidebarChannel {
  id: string;
  type: ChannelType;
  /** Name to show: the channel's, or the people's. */
  title: string;
  people: string[];
  presence: PresenceState | null;
  unread: number;
  /** Red badge: mentions, or all unread of a conversation. */
  mentions: number;
  starred: boolean;
  muted: boolean;
  draft: boolean;
  archived: boolean;
  /** ms of the newest message that is known. */
  lastAt: number;
}

/** A thread that the person follows. */
export interface ThreadCardView {
  channelId: string;
  rootId: string;
  /** The channel's name, or its people's. */
  title: string;
  type: ChannelType;
  /** Null while its first message is not on this computer. */
  root: MessageView | null;
  replies: number;
  /** The last of the replies: all new ones, up to a few. */
  shown: MessageView[];
  /** Replies of others that the person has not seen. */
  unread: number;
  /** False: they do not want to hear of it, but were named in it. */
  following: boolean;
  /** Position up to which they have read it. */
  readTo: number;
  /** ms of the last reply. */
  lastAt: number;
}

export interface ThreadsView {
  /** Those with news first, then by their last reply. */
  cards: ThreadCardView[];
  more: boolean;
  unread: number;
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType }>;
}

/** Who has seen the person's last message, where it is the last of a conversation. */
export interface SeenView {
  /** Whether the people of this conversation see who has read. */
  shared: boolean;
  /** Those who have, without the person themself. */
  by: string[];
  /** Of how many; 0 where the last message is not theirs. */
  of: number;
  people: Record<string, PersonView>;
}

export type ActivityFilter = 'all' | 'mentions' | 'reactions' | 'threads';

/**
 * Something that concerns the person. `mention`: it names them. `call`: it calls everybody.
 * `thread`: the last answer in a thread that they follow. `reaction`: to a message of theirs.
 * `joined`: they were brought into a channel.
 */
export interface ActivityItem {
  id: string;
  type: 'mention' | 'call' | 'thread' | 'reaction' | 'joined';
  /** ms. */
  at: number;
  channelId: string;
  /** The channel's name, or its people's. */
  title: string;
  channelType: ChannelType;
  messageId: string | null;
  rootId: string | null;
  /** Null also while it is not on this computer. */
  message: MessageView | null;
  /** Who did it, the last one first. */
  userIds: string[];
  emoji: string | null;
  /** How many people reacted, how many answers are new. */
  count: number;
}

export interface ActivityView {
  /** Newest first. */
  items: ActivityItem[];
  more: boolean;
  /** The person has seen what happened up to then, ms. */
  seenTo: number;
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType }>;
}

/** A thread: its first message and its replies. */
export interface ThreadView {
  /** Null while it is not on this computer. */
  root: MessageView | null;
  page: MessagePage;
  /** Whether the person follows it; null where it never concerned them. */
  following: boolean | null;
  /** Replies of others that the person has not seen, and up to which position they have. */
  unread: number;
  readTo: number;
}

export interface SidebarView {
  workspace: string;
  me: PersonView;
  channels: SidebarChannel[];
  people: Record<string, PersonView>;
  /** New replies of others in the threads that the person follows; those that name them. */
  threads: { unread: number; mentions: number };
  /** Mentions and reactions that they have not seen yet. */
  activity: number;
  totalMentions: number;
  totalUnread: number;
  /** What the app's icon shows: `totalMentions`, and 0 while the person is off. */
  badge: number;
}

/** What the core wants to be shown as a notification. One with the id of an earlier one takes its place. */
export type NoticeView =
  | {
      type: 'message';
      id: string;
      channelId: string;
      rootId: string | null;
      messageId: string;
      /** How many new messages it stands for; the last of them is shown. */
      count: number;
      /** Rings outside working hours. */
      urgent: boolean;
      /** Null where the company's policy keeps words off the screen, as are the next two. */
      author: string | null;
      /** Null in a direct message too. */
      place: string | null;
      text: string | null;
      people: Record<string, PersonView>;
      channels: Record<string, { name: string; type: ChannelType }>;
    }
  /** It is time for a message that the person keeps for later. */
  | {
      type: 'reminder';
      id: string;
      channelId: string;
      messageId: string;
      /** Null where the company's policy keeps words off the screen, and where it is not here. */
      author: string | null;
      /** Null in a direct message too. */
      place: string | null;
      text: string | null;
      people: Record<string, PersonView>;
      channels: Record<string, { name: string; type: ChannelType }>;
    }
  | { type: 'many'; id: string; messages: number; places: number }
  /** What came while the person was off and is still unread. */
  | { type: 'summary'; id: string; mentions: number; messages: number; places: number };

export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'offline' | 'stopped';

export interface ConnectionView {
  state: ConnectionState;
  /** ms of the last contact with the relay; null for never. */
  lastContact: number | null;
  /** ms of the next try; null while none is planned. */
  nextTry: number | null;
  waiting: number;
  refused: number;
  /** Backfill in the background, 0..1; null when everything is here. */
  syncing: number | null;
  /** Why it does not connect, where that is more than "no network": a key of `problem.<code>`. */
  problem: ProblemCode | null;
  /** The relay's clock less this computer's, ms. */
  clockSkew: number;
}

export type ProblemCode =
  | 'client_too_old'
  | 'client_too_new'
  | 'session_ended'
  | 'revoked'
  | 'unavailable'
  | 'no_relay'
  | 'not_a_relay'
  | 'bad_certificate'
  | 'lease_over'
  | 'disk_full'
  | 'read_only'
  | 'no_key'
  | 'wrong_key'
  | 'passphrase'
  | 'damaged'
  | 'clock';

export interface OutboxItem {
  op: string;
  name: string;
  channelId: string | null;
  /** `#name` or the people, ready to show. */
  where: string;
  /** A line of what it is: text, emoji on text, channel name. */
  summary: string;
  createdAt: number;
  state: 'waiting' | 'sending' | 'refused';
  refusal: RefusedView | null;
  /** Text that can be recovered; null where the command has none. */
  text: string | null;
}

export interface SearchHit {
  message: MessageView;
  /** Ranges of `message.text` that match, [start, end) in UTF-16 units. */
  ranges: [number, number][];
  /** Whether this computer holds the message; it is fetched when somebody goes to it otherwise. */
  here: boolean;
}

export interface SearchResult {
  hits: SearchHit[];
  /** Give it back for the next page; null at the end. */
  next: string | null;
  /** What of the query was not understood, to tell the person. */
  problems: {
    word: string;
    code: 'unknown_person' | 'unknown_channel' | 'bad_date' | 'unknown_filter';
  }[];
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType; title: string }>;
}

/**
 * What the relay found. `whole`: everything that the person may read was searched, also where the
 * relay had no need to be asked, as all of it is on this computer. `offline`, `unavailable`, `marks`
 * (of pinned messages): only what is on this computer could be searched.
 */
export interface RelaySearchResult extends SearchResult {
  reach: 'whole' | 'offline' | 'unavailable' | 'marks';
}

export interface SwitcherResult {
  places: {
    id: string;
    type: ChannelType;
    title: string;
    people: string[];
    member: boolean;
    archived: boolean;
    unread: number;
  }[];
  people: PersonView[];
  messages: SearchHit[];
  channels: Record<string, { name: string; type: ChannelType; title: string }>;
  directory: Record<string, PersonView>;
}

export interface SessionView {
  /** `locked`: the lease is over, or the key is missing or another; `storage`: the profile's folder fails. */
  state: 'signed_out' | 'signed_in' | 'locked' | 'storage';
  problem: ProblemCode | null;
  address: string | null;
  workspace: string | null;
  me: PersonView | null;
  /** Where the cache's key is kept; `passphrase`: in a file that one seals. */
  keyStore: 'keychain' | 'file' | 'passphrase' | null;
}

export interface DraftView {
  channelId: string;
  rootId: string | null;
  text: string;
  updatedAt: number;
}

/** A message that goes out later. */
export interface ScheduledView {
  id: string;
  channelId: string;
  rootId: string | null;
  /** `#name` or the people; empty where the person can no longer see it. */
  where: string;
  text: string;
  /** The text in one line, with names. */
  line: string;
  /** ms */
  at: number;
  why: 'chosen' | 'day_start';
  /** Why it did not go out: a `RefusalCode`, or one of a newer relay. */
  failed: string | null;
  /** The relay does not have it yet, or not its last change. */
  waiting: boolean;
}

/** Why a file was not attached. */
export type AttachProblem =
  | 'too_large'
  | 'type_blocked'
  | 'too_many'
  | 'empty'
  | 'unreadable'
  | 'disk_full'
  | 'storage';

/** A file on its way to the relay. Sizes in bytes. */
export interface UploadView {
  id: string;
  channelId: string;
  size: number;
  /** With the relay already, as far as it is known. */
  sent: number;
  /** `waiting`: for the line, its turn or its next try. `done`: the relay has it. */
  state: 'waiting' | 'sending' | 'done' | 'refused';
  /** Why it was refused, or why it waits where that is more than the line: a key of `files.problem`. */
  reason: string | null;
}

/** Part of a channel's files, newest first. */
export interface ChannelFiles {
  files: FileView[];
  /** Whether there are more below the last one. */
  more: boolean;
  /** False while a part of the channel's past is not on this computer. */
  complete: boolean;
  people: Record<string, PersonView>;
}

/** A file that is attached to a draft. */
export interface AttachedView extends UploadView {
  name: string;
  mediaType: string;
  /** Of a picture, pixels. */
  width: number | null;
  height: number | null;
  durationMs: number | null;
}

/** A file of a message. Size in bytes, width and height in pixels. */
export interface FileView {
  id: string;
  channelId: string;
  messageId: string;
  ownerId: string;
  name: string;
  mediaType: string;
  size: number;
  /** `waiting`: its owner's computer is still to bring it. */
  state: 'waiting' | 'ready' | 'refused';
  reason: string | null;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  /** Whether there is a small picture of it. */
  preview: boolean;
  createdAt: number;
}

export interface Preferences {
  theme: 'system' | 'light' | 'dark' | 'contrast';
  language: 'system' | 'en' | 'id' | 'ar' | 'pseudo';
  enterSends: boolean;
  sidebarWidth: number;
  foldedSections: string[];
  /** What files that can be fetched again may take of this computer's disk, in 1,000,000 bytes. */
  keptFilesMb: number;
}
