import type { SlashCommand } from '../command.ts';

/** As much as a channel keeps (shared/domain/kinds/channel.ts). */
const MOST = 250;

/** Says what the channel is about now. */
export const topic: SlashCommand = {
  names: ['topic', 'topik'],
  words: 'slash.topic.words',
  usage: 'slash.topic.usage',
  where: 'channels',
  async run({ core, channelId, rest, t }) {
    if (rest === '') return { problem: t('slash.topic.noText') };
    if (rest.length > MOST) return { problem: t('slash.topic.tooLong', { n: MOST }) };
    await core.updateChannel({ channelId, topic: rest });
    return { said: t('slash.topic.done') };
  },
};
