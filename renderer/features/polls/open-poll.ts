import { openOverlay } from '../../app/overlays.ts';

interface Place {
  readonly channelId: string;
  readonly rootId: string | null;
  /** What the field for the question begins with. */
  readonly question?: string;
}

/** Opens the form of a new poll for a conversation or a thread. */
export const openPoll = ({ channelId, rootId, question = '' }: Place): void =>
  openOverlay({ open: 'poll', channelId, rootId, question });
