import { openPoll } from '../../polls/open-poll.ts';
import type { SlashCommand } from '../command.ts';

/** Opens the form of a new poll; what stands behind the name is its question. */
export const poll: SlashCommand = {
  names: ['poll', 'polling'],
  words: 'slash.poll.words',
  usage: 'slash.poll.usage',
  where: 'everywhere',
  run({ channelId, rootId, shown, giveBack }) {
    openPoll({ channelId, rootId, question: shown, giveBack });
    return { said: null };
  },
};
