import { openOverlay } from '../../../app/overlays.ts';
import type { SlashCommand } from '../command.ts';

/** Leaves the channel, after the question that its menu asks too. */
export const leave: SlashCommand = {
  names: ['leave', 'keluar'],
  words: 'slash.leave.words',
  usage: 'slash.leave.usage',
  where: 'channels',
  run({ channelId }) {
    openOverlay({ open: 'leave', channelId });
    return { said: null };
  },
};
