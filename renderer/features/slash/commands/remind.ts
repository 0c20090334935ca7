import { readWhen } from '../when.ts';
import type { SlashCommand } from '../command.ts';

/** "me to", "saya untuk": what people write before what it is about. */
const LEAD = /^(?:me\s+)?(?:(?:to|about|untuk|tentang|saya|bahwa|that)\s+)+|^me\s+/iu;

/**
 * Writes a note into the person's conversation with themself, and keeps it with a reminder: it is
 * found there, and on all devices, and rings in their working time as any reminder does.
 */
export const remind: SlashCommand = {
  names: ['remind', 'ingatkan'],
  words: 'slash.remind.words',
  usage: 'slash.remind.usage',
  where: 'everywhere',
  async run({ core, rest, now, t, format }) {
    const asked = rest.replace(LEAD, '');
    const when = readWhen(asked, now);
    if (when === null) return { problem: t('slash.remind.noTime') };
    const text = when.rest.replace(LEAD, '').trim();
    if (text === '') return { problem: t('slash.remind.noText') };
    const { channelId } = await core.openConversation({ userIds: [] });
    const note = await core.send({ channelId, rootId: null, broadcast: false, text, quiet: true });
    await core.save({ channelId, messageId: note.op, state: 'open', remindAt: when.at });
    return { said: t('slash.remind.done', { when: format.until(when.at, now) }) };
  },
};
