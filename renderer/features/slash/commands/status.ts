import { openOverlay } from '../../../app/overlays.ts';
import { readWhen } from '../when.ts';
import type { SlashCommand } from '../command.ts';

const CLEAR = new Set(['clear', 'off', 'none', 'hapus', 'kosong', 'مسح']);
const EMOJI =
  /^(\p{Extended_Pictographic}(?:\u{fe0f}|\u{200d}\p{Extended_Pictographic}|\p{Emoji_Modifier})*|\p{RI}{2})\s*/u;
/** Only with such a word: "Cuti besok" is not a status until tomorrow. */
const UNTIL = /^([\s\S]*?)(?:^|[\s,])(?:until|till|for|sampai|hingga|selama|حتى)\s+([\s\S]+)$/iu;
const MOST = 120;

/** Says what one is doing; without words it asks. */
export const status: SlashCommand = {
  names: ['status'],
  words: 'slash.status.words',
  usage: 'slash.status.usage',
  where: 'everywhere',
  async run({ core, rest, now, t, format }) {
    if (rest === '') {
      openOverlay({ open: 'status' });
      return { said: null };
    }
    if (CLEAR.has(rest.toLocaleLowerCase())) {
      await core.setProfile({ status: null });
      return { said: t('slash.status.cleared') };
    }
    const emoji = EMOJI.exec(rest)?.[1] ?? null;
    const words = emoji === null ? rest : rest.replace(EMOJI, '');
    const [, before, time] = UNTIL.exec(words) ?? [];
    const when = time === undefined ? null : readWhen(time, now);
    const until = when?.rest === '' ? when.at : null;
    const text = (until === null ? words : (before ?? '')).trim();
    if (text === '' || text.length > MOST) return { problem: t('slash.status.noText') };
    await core.setProfile({ status: { emoji: emoji ?? '💬', text, until } });
    if (until === null) return { said: t('slash.status.done') };
    return { said: t('slash.status.doneUntil', { when: format.until(until, now) }) };
  },
};
