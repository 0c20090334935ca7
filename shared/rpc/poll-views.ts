import type { RefusedView } from './views.ts';

/** What a poll shows below its question. */
export interface PollView {
  options: {
    text: string;
    count: number;
    mine: boolean;
    /** Who chose it, the first twenty; nobody where it is anonymous. */
    userIds: string[];
  }[];
  /** People who have voted. */
  voters: number;
  several: boolean;
  anonymous: boolean;
  /** ms; null for never. */
  closesAt: number | null;
  /** Its author closed it. */
  closed: boolean;
  /** The reader's own vote is not yet acknowledged. */
  waiting: boolean;
  /** A vote that the relay did not take. */
  refused: RefusedView | null;
}
