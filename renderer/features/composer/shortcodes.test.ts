import { describe, expect, it } from 'vitest';
import { replaceShortcodes } from './shortcodes.ts';

const codes: Readonly<Record<string, string>> = { smile: '😄', '+1': '👍', '30': 'x' };
const replaced = (text: string): string => replaceShortcodes(text, (code) => codes[code]);

describe('emoji by name when a message is sent', () => {
  it.each([
    ['ok :smile:', 'ok 😄'],
    [':+1::smile:', '👍:smile:'],
    [':+1: :smile:!', '👍 😄!'],
    ['`:smile:`', '`:smile:`'],
    ['```\n:smile:\n```', '```\n:smile:\n```'],
    ['at 12:30:45', 'at 12:30:45'],
    [':unknown:', ':unknown:'],
    ['http://a.example:smile:80', 'http://a.example:smile:80'],
  ])('%s becomes %s', (before, after) => expect(replaced(before)).toBe(after));
});
