import { describe, expect, it } from 'vitest';
import {
  FIRST_EMOJI,
  frequentEmoji,
  noHabits,
  quickEmoji,
  readHabits,
  withUse,
  writeHabits,
  type EmojiHabits,
} from './emoji-habits.ts';

const used = (...emoji: string[]): EmojiHabits => emoji.reduce(withUse, noHabits);

describe('what somebody likes to use', () => {
  it('comes first, and what everybody is offered fills up', () => {
    expect(frequentEmoji(noHabits, 2)).toEqual(['👍', '✅']);
    expect(frequentEmoji(used('🚚', '🚚', '📦'), 4)).toEqual(['🚚', '📦', '👍', '✅']);
    expect(frequentEmoji(used('✅'), FIRST_EMOJI.length)).toHaveLength(FIRST_EMOJI.length);
  });

  it('takes the place of the few in sight only when it is used often', () => {
    expect(quickEmoji(used('🚚', '🚚'), 2)).toEqual(['👍', '✅']);
    expect(quickEmoji(used('🚚', '🚚', '🚚'), 2)).toEqual(['🚚', '👍']);
  });

  it('may change: old counts fade', () => {
    const long = used(...Array.from({ length: 64 }, () => '🚚'));
    expect(long.used['🚚']).toBe(32);
  });

  it('remembers a bounded number, and always the last', () => {
    let habits = noHabits;
    for (let i = 0; i < 100; i += 1) {
      habits = withUse(withUse(habits, String.fromCodePoint(0x1f600 + i)), 'x');
    }
    habits = withUse(habits, 'last');
    expect(Object.keys(habits.used).length).toBeLessThanOrEqual(60);
    expect(habits.used['last']).toBe(1);
  });

  it('is read again as it was written, and is none where the storage holds anything else', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    expect(readHabits(storage)).toEqual(noHabits);
    const habits = { ...used('🚚'), tone: 3 };
    writeHabits(storage, habits);
    expect(readHabits(storage)).toEqual(habits);
    for (const odd of ['{', '7', 'null', '{"used":{"a":"b"},"tone":99}']) {
      kept.set('balai.emoji', odd);
      expect(readHabits(storage)).toEqual(noHabits);
    }
  });
});
