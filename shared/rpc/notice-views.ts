import type { ChannelType } from '../domain/kinds/channel.ts';
import type { PersonView } from './views.ts';

/** Whom and what a text names. */
interface Named {
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType }>;
}

/** What the core wants to be shown as a notification. One with the id of an earlier one takes its place. */
export type NoticeView =
  /** The id is the thread's for replies that only their thread shows, else the channel's. */
  | ({
      type: 'message';
      id: string;
      channelId: string;
      /** The thread in which it was said, and in which an answer goes. */
      rootId: string | null;
      messageId: string;
      /** Of the last of them: up to here it has all been told. */
      position: number;
      /** How many unread messages it stands for; the last of them is shown. */
      count: number;
      /** Rings outside working hours. */
      urgent: boolean;
      /** Null where names are kept off the screen; then the next two are as well. */
      author: string | null;
      /** Null in a direct message too. */
      place: string | null;
      /** Null where words are kept off the screen. */
      text: string | null;
    } & Named)
  /** It is time for a message that the person keeps for later. */
  | ({
      type: 'reminder';
      id: string;
      channelId: string;
      messageId: string;
      /** Null where names are kept off the screen, and where it is not here. */
      author: string | null;
      /** Null in a direct message too. */
      place: string | null;
      text: string | null;
    } & Named)
  /** Something that the person has to do is overdue. */
  | {
      type: 'task';
      id: string;
      channelId: string;
      messageId: string | null;
      /** Null where words are kept off the screen, and where it is not here. */
      title: string | null;
      /** Null in a direct message too. */
      place: string | null;
    }
  | { type: 'many'; id: string; messages: number; places: number }
  /** What came while the person was off and is still unread. */
  | { type: 'summary'; id: string; mentions: number; messages: number; places: number };

/**
 * One that is to be shown now. `silent`: without the system's sound. `again`: it says otherwise what
 * was shown already, and is not shown where the person has put that away.
 */
export type ToldNotice = NoticeView & { silent: boolean; again: boolean };

/** What has changed on the person's screen since the last time. */
export interface NoticeNews {
  show: ToldNotice[];
  /** Ids of those that are to be taken away: read, deleted, or done elsewhere. */
  withdraw: string[];
}
