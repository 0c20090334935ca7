import type { ChannelType } from '../domain/kinds/channel.ts';
import type { PersonView, RefusedView } from './views.ts';

/** Lines to be ticked off. */
export interface ChecklistView {
  items: {
    id: string;
    text: string;
    /** Who ticked it off; null while it is open. */
    doneBy: string | null;
    /** Its tick is not yet acknowledged. */
    waiting: boolean;
  }[];
  done: number;
  /** A change that the relay did not take. */
  refused: RefusedView | null;
}

/** Something to be done. */
export interface TaskView {
  id: string;
  channelId: string;
  /** The message that it was made of. */
  messageId: string | null;
  /** Empty where it is `away`. */
  title: string;
  authorId: string;
  assigneeId: string | null;
  /** ms, as the next. */
  dueAt: number | null;
  done: boolean;
  doneAt: number | null;
  doneBy: string | null;
  createdAt: number;
  /** Some command on it is not yet acknowledged. */
  waiting: boolean;
  checklist: ChecklistView | null;
  /** A change that the relay did not take. */
  refused: RefusedView | null;
  /** It is not on this computer, and there is no connection. */
  away: boolean;
}

export interface TaskList {
  /** Overdue and soonest first; of what is done the last first. */
  items: TaskView[];
  /** False while parts of the channel, and tasks in them, have not been fetched. */
  complete: boolean;
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType; title: string }>;
}

export interface TaskCounts {
  /** The person's own that are open. */
  open: number;
  overdue: number;
}
