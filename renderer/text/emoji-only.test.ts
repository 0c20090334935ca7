import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../shared/domain/markdown/parse.ts';
import { isEmojiOnly } from './emoji-only.ts';

const emojiOnly = (text: string): boolean => isEmojiOnly(parseMarkdown(text));

describe('isEmojiOnly', () => {
  it.each(['🎉', '👍🏽 👩‍👩‍👧', '🇮🇩', '1️⃣2️⃣', '🎉\n🎉'])('holds for %s', (text) => {
    expect(emojiOnly(text)).toBe(true);
  });

  it.each(['', 'ok', '🎉 selesai', '123', '...', '> 🎉', '- 🎉', 'مرحبا 🎉', '🎉'.repeat(13)])(
    'does not hold for %j',
    (text) => {
      expect(emojiOnly(text)).toBe(false);
    },
  );
});
