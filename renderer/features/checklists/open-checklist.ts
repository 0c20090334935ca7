import { openOverlay } from '../../app/overlays.ts';

interface Place {
  readonly channelId: string;
  readonly rootId: string | null;
}

/** Opens the form of a new checklist for a conversation or a thread. */
export const openChecklist = ({ channelId, rootId }: Place): void =>
  openOverlay({ open: 'checklist', channelId, rootId });
