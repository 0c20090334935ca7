import type { Hours } from '../domain/hours.ts';
import type { ChannelType } from '../domain/kinds/channel.ts';
import type { LinkAttachment, SystemEvent } from '../domain/kinds/message.ts';
import type { Role } from '../domain/kinds/user.ts';
import type { OffReason } from '../domain/work-time.ts';
import type { FileView } from './file-views.ts';
import type { PollView } from './poll-views.ts';
import type { ChecklistView, TaskView } from './task-views.ts';

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

/** An emoji that the workspace has made. */
export interface OwnEmojiView {
  id: string;
  /** As it is written between colons, and as a reaction has it. */
  name: string;
  authorId: string;
  /** Its picture, as an address of its own (`data:`). */
  url: string;
}

/** People who are called by one name. */
export interface GroupView {
  id: string;
  /** As it stands behind `@`. */
  name: string;
  /** What it is for; may be empty. */
  about: string;
  count: number;
  /** Whether the reader is in it. */
  mine: boolean;
  /** Names of the first few, as far as they are known here. */
  first: string[];
}

/** A group and who is in it. */
export interface GroupMembers {
  id: string;
  name: string;
  about: string;
  userIds: string[];
  /** Those who are with the company, as far as they are known here, by name. */
  people: PersonView[];
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
  /** Of its windows, by its number; null: each computer gives it one. */
  colour: number | null;
  /** For people who have set no hours of their own, in their time zone. */
  hours: Hours;
  /** Days on which nobody works, as `2026-12-25`, in order. */
  holidays: { date: string; name: string }[];
  /** What is offered first to somebody who writes to a person who is off. */
  offHours: 'day_start' | 'quiet' | 'ring';
  /** Whether the people of a conversation see who has read. */
  seenBy: boolean;
  /** The same in channels with so many members at most; 0: in none. */
  seenMembers: number;
  /** Whether the relay asks the pages that messages link to. */
  linkPreviews: boolean;
  /** Whether its readers see what a message said before it was edited. */
  editHistory: boolean;
  /** Whether a deleted message leaves a mark. */
  deletedMarks: boolean;
  /** Who may make emoji for everybody. */
  emojiBy: 'everybody' | 'administrators';
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
  /** A small picture of the page, a file of the message's channel. */
  picture: { fileId: string; alt: string } | null;
}

/** What a message says, and said before. */
export interface RevisionList {
  /** Null where there is nothing to see. */
  now: MessageView | null;
  /** The newest text first; `at`: when it was written, ms. */
  revisions: { text: string; at: number }[];
  /** False while some are not on this computer. */
  complete: boolean;
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType }>;
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
  /** It is deleted, and the company wants nothing to be shown in its place. */
  gone: boolean;
  /** How many of its earlier texts the reader may see. */
  revisions: number;
  /** S5; from `FIRST_UNSENT` on for what is not yet sent. */
  position: number;
  ordinal: number;
  /** The base that an edit of it must name (S9). */
  op: string;
  reactions: ReactionView[];
  /** Who pinned it, and when; null where it is not. */
  pinned: { by: string; at: number } | null;
  /** Null where it is none. */
  poll: PollView | null;
  /** What was made of it to be done. */
  task: TaskView | null;
  /** Also that of its task. */
  checklist: ChecklistView | null;
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
  /** Nothing newer is on this computer; beyond it there may be a hole. */
  lastHere: boolean;
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

/** A section of the person's own in the sidebar. */
export interface SectionView {
  id: string;
  name: string;
  place: number;
  collapsed: boolean;
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
  /** The section of the person's own that it stands in. */
  sectionId: string | null;
  muted: boolean;
  draft: boolean;
  archived: boolean;
  /** ms of the newest message that is known. */
  lastAt: number;
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
  /** The colour that its administrators chose for it; null: none. */
  colour: number | null;
  me: PersonView;
  channels: SidebarChannel[];
  /** In their order. */
  sections: SectionView[];
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

export interface DraftView {
  channelId: string;
  rootId: string | null;
  text: string;
  updatedAt: number;
}

/** How much a notification says. */
export type NoticeDetail = 'words' | 'names' | 'nothing';

export interface Preferences {
  theme: 'system' | 'light' | 'dark' | 'contrast';
  language: 'system' | 'en' | 'id' | 'ar' | 'pseudo';
  enterSends: boolean;
  sidebarWidth: number;
  foldedSections: string[];
  /** What files that can be fetched again may take of this computer's disk, in 1,000,000 bytes. */
  keptFilesMb: number;
  /** `names`: who and where. `nothing`: only that something came. */
  noticeDetail: NoticeDetail;
  /** Whether a notification makes the system's sound. */
  noticeSound: boolean;
}
