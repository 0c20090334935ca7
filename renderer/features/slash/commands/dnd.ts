import { readWhen } from '../when.ts';
import type { SlashCommand } from '../command.ts';

const OFF = new Set(['off', 'end', 'mati', 'selesai', 'إيقاف']);
const HOUR = 3_600_000;

/** Nothing rings for a while, an hour where none is said. */
export const dnd: SlashCommand = {
  names: ['dnd', 'jeda'],
  words: 'slash.dnd.words',
  usage: 'slash.dnd.usage',
  where: 'everywhere',
  async run({ core, rest, now, t, format }) {
    if (OFF.has(rest.toLocaleLowerCase())) {
      await core.setProfile({ quietUntil: null });
      return { said: t('slash.dnd.ended') };
    }
    const asked = rest.replace(/^(?:until|till|sampai|hingga|حتى)\s+/iu, '');
    const when = asked === '' ? null : readWhen(asked, now);
    if (asked !== '' && (when === null || when.rest !== '')) {
      return { problem: t('slash.dnd.noTime') };
    }
    const until = when?.at ?? now + HOUR;
    await core.setProfile({ quietUntil: until });
    return { said: t('slash.dnd.done', { when: format.until(until, now) }) };
  },
};
