import { openOverlay, type FromCommand } from '../../app/overlays.ts';

interface Place extends FromCommand {
  readonly channelId: string;
  readonly rootId: string | null;
  /** What the field for the title begins with. */
  readonly title?: string;
}

/** Opens the form of a new checklist for a conversation or a thread. */
export const openChecklist = ({ title = '', ...place }: Place): void =>
  openOverlay({ open: 'checklist', title, ...place });
