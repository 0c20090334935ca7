import { openOverlay } from '../../app/overlays.ts';

interface Place {
  readonly channelId: string;
  readonly rootId: string | null;
  /** What the field for the title begins with. */
  readonly title?: string;
}

/** Opens the form of a new checklist for a conversation or a thread. */
export const openChecklist = ({ channelId, rootId, title = '' }: Place): void =>
  openOverlay({ open: 'checklist', channelId, rootId, title });
