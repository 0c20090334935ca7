import { expect, it } from 'vitest';
import { canonicalEmoji } from './emoji.ts';

it.each([
  ['\u{1f44d}\u{fe0f}', '\u{1f44d}'],
  ['\u{1f44d}\u{1f3fd}', '\u{1f44d}\u{1f3fd}'],
  ['\u{2764}\u{fe0f}', '\u{2764}\u{fe0f}'],
  ['\u{1f441}\u{fe0f}\u{200d}\u{1f5e8}\u{fe0f}', '\u{1f441}\u{fe0f}\u{200d}\u{1f5e8}\u{fe0f}'],
])('an emoji has one spelling: %j', (emoji, expected) => {
  expect(canonicalEmoji(emoji)).toBe(expected);
});
