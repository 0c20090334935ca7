import { useMemo } from 'react';
import { create } from 'zustand';
import {
  frequentEmoji,
  quickEmoji,
  readHabits,
  withUse,
  writeHabits,
  type EmojiHabits,
} from './emoji-habits.ts';

/** The page's habits, read once. */
export const useHabits = create<EmojiHabits>(() => readHabits(localStorage));

const keep = (habits: EmojiHabits): void => {
  useHabits.setState(habits, true);
  writeHabits(localStorage, habits);
};

/** Remembers a use; `emoji` without its skin tone. */
export const countUse = (emoji: string): void => keep(withUse(useHabits.getState(), emoji));
export const chooseTone = (tone: number): void => keep({ ...useHabits.getState(), tone });

export function useFrequentEmoji(count: number): string[] {
  const habits = useHabits();
  return useMemo(() => frequentEmoji(habits, count), [habits, count]);
}

export function useQuickEmoji(count: number): string[] {
  const habits = useHabits();
  return useMemo(() => quickEmoji(habits, count), [habits, count]);
}
