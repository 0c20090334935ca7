import { openChecklist } from '../../checklists/open-checklist.ts';
import type { SlashCommand } from '../command.ts';

/** Opens the form of a new checklist; what stands behind the name is its title. */
export const checklist: SlashCommand = {
  names: ['checklist', 'ceklis'],
  words: 'slash.checklist.words',
  usage: 'slash.checklist.usage',
  where: 'everywhere',
  run({ channelId, rootId, shown, giveBack }) {
    openChecklist({ channelId, rootId, title: shown, giveBack });
    return { said: null };
  },
};
