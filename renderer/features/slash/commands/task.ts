import { firstLine, openNewTask } from '../../tasks/open-task.ts';
import type { SlashCommand } from '../command.ts';

/** Opens the form of a new task; what stands behind the name is what is to be done. */
export const task: SlashCommand = {
  names: ['task', 'tugas'],
  words: 'slash.task.words',
  usage: 'slash.task.usage',
  where: 'everywhere',
  run({ channelId, shown, giveBack }) {
    openNewTask({ channelId, title: firstLine(shown), giveBack });
    return { said: null };
  },
};
