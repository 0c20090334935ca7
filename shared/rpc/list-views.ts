import type { ChannelType } from '../domain/kinds/channel.ts';
import type { FileView } from './file-views.ts';
import type { TaskView } from './task-views.ts';
import type { PersonView, MessageView } from './views.ts';

/** What lists beside the conversations show: kept, pinned, followed, done, sent later. */

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
  /** Whether the people of this conversation, or small channel, see who has read. */
  shared: boolean;
  /** Those who have, without the person themself. */
  by: string[];
  /** Of how many; 0 where the last message is not theirs. */
  of: number;
  people: Record<string, PersonView>;
}

export type ActivityFilter = 'all' | 'mentions' | 'reactions' | 'threads';

/**
 * Something that concerns the person. `mention`: it names them. `call`: it calls everybody,
 * `group`: a group that they are in.
 * `thread`: the last answer in a thread that they follow. `reaction`: to a message of theirs.
 * `joined`: they were brought into a channel. `task`: it was given to them.
 */
export interface ActivityItem {
  id: string;
  type: 'mention' | 'call' | 'group' | 'thread' | 'reaction' | 'joined' | 'task';
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
  taskId: string | null;
  /** Null also while it is not on this computer. */
  task: TaskView | null;
  /** Who did it, the last one first. */
  userIds: string[];
  emoji: string | null;
  /** How many people reacted, how many answers are new. */
  count: number;
  /** It came since the person looked last, and was not read where it stands. */
  isNew: boolean;
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

/** Part of a channel's files, newest first. */
export interface ChannelFiles {
  files: FileView[];
  /** Whether there are more below the last one. */
  more: boolean;
  /** False while a part of the channel's past is not on this computer. */
  complete: boolean;
  people: Record<string, PersonView>;
}
