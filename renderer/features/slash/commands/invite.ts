import { mentionedUsers } from '../../../../shared/domain/mentions.ts';
import { openOverlay } from '../../../app/overlays.ts';
import type { SlashCommand } from '../command.ts';

/** Brings the people who are named into the channel; without names it asks for them. */
export const invite: SlashCommand = {
  names: ['invite', 'undang'],
  words: 'slash.invite.words',
  usage: 'slash.invite.usage',
  where: 'channels',
  async run({ core, channelId, rest, t }) {
    if (rest === '') {
      openOverlay({ open: 'invite', channelId });
      return { said: null };
    }
    const userIds: string[] = mentionedUsers(rest);
    if (userIds.length === 0) return { problem: t('slash.invite.nobody') };
    await core.inviteToChannel({ channelId, userIds });
    return { said: t('slash.invite.done', { n: userIds.length }) };
  },
};
