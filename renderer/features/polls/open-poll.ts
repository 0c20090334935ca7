import { openOverlay, type FromCommand } from '../../app/overlays.ts';

interface Place extends FromCommand {
  readonly channelId: string;
  readonly rootId: string | null;
  /** What the field for the question begins with. */
  readonly question?: string;
}

/** Opens the form of a new poll for a conversation or a thread. */
export const openPoll = ({ question = '', ...place }: Place): void =>
  openOverlay({ open: 'poll', question, ...place });
