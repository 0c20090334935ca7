/** What somebody likes to use. It stays on this computer. */
export interface EmojiHabits {
  /** Times that each was used, by the emoji without skin tone. */
  readonly used: Readonly<Record<string, number>>;
  /** 0: none, 1-5: light to dark. */
  readonly tone: number;
}

/** What is offered to somebody who has used none yet. */
export const FIRST_EMOJI = ['👍', '✅', '🙏', '😄', '❤️', '🎉', '👀', '😂', '💯'] as const;

const KEY = 'balai.emoji';
/** Emoji that are remembered. */
const MOST = 60;
/** When a count gets this high all are halved, so that habits may change. */
const HIGH = 64;

export const noHabits: EmojiHabits = { used: {}, tone: 0 };

/** The most used first; those that are offered to everybody fill up. */
export function frequentEmoji(habits: EmojiHabits, count: number): string[] {
  const own = Object.entries(habits.used)
    .sort((a, b) => b[1] - a[1])
    .map(([emoji]) => emoji);
  return [...new Set([...own, ...FIRST_EMOJI])].slice(0, count);
}

/** Used so often an emoji becomes one of the few that are always in sight. */
const OFTEN = 3;

/** The few that are always in sight: they change seldom, so that the hand finds them. */
export function quickEmoji(habits: EmojiHabits, count: number): string[] {
  const used = Object.fromEntries(
    Object.entries(habits.used).filter(([, times]) => times >= OFTEN),
  );
  return frequentEmoji({ ...habits, used }, count);
}

export function withUse(habits: EmojiHabits, emoji: string): EmojiHabits {
  const count = (habits.used[emoji] ?? 0) + 1;
  let entries = Object.entries({ ...habits.used, [emoji]: count });
  if (count >= HIGH) entries = entries.map(([key, value]) => [key, Math.ceil(value / 2)]);
  entries.sort((a, b) => b[1] - a[1]);
  const kept = entries.slice(0, MOST);
  // What was used just now stays, however rarely.
  if (!kept.some(([key]) => key === emoji)) kept[MOST - 1] = [emoji, 1];
  return { ...habits, used: Object.fromEntries(kept) };
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** Habits that were kept; none where nothing sensible is found. */
export function readHabits(storage: Storage): EmojiHabits {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (typeof value !== 'object' || value === null) return noHabits;
    const { used, tone } = value as { used?: unknown; tone?: unknown };
    const counts = Object.entries(typeof used === 'object' && used !== null ? used : {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0,
    );
    return {
      used: Object.fromEntries(counts.slice(0, MOST)),
      tone: typeof tone === 'number' && tone >= 0 && tone <= 5 ? Math.trunc(tone) : 0,
    };
  } catch {
    return noHabits;
  }
}

export function writeHabits(storage: Storage, habits: EmojiHabits): void {
  try {
    storage.setItem(KEY, JSON.stringify(habits));
  } catch {
    // A full or forbidden storage costs the habits and nothing else.
  }
}
