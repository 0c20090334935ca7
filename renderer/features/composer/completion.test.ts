import { describe, expect, it } from 'vitest';
import { askedAt } from './completion.ts';

const asked = (text: string, mentions: { start: number; end: number; token: string }[] = []) => {
  const found = askedAt({ text, mentions }, text.length);
  return found === null ? null : `${found.of} ${found.query}`;
};

describe('what the caret asks for', () => {
  it.each([
    ['@', 'person '],
    ['halo @ay', 'person ay'],
    ['@ayu kar', 'person ayu kar'],
    ['(@ayu', 'person ayu'],
    ['**@ayu', 'person ayu'],
    ['#gud', 'channel gud'],
    [':smi', 'emoji smi'],
    [':+1', 'emoji +1'],
    ['a\n@b', 'person b'],
    ['/', 'command '],
    ['/rem', 'command rem'],
  ])('%j: %s', (text, expected) => expect(asked(text)).toBe(expected));

  it.each([
    'a@b',
    ':)',
    ':s',
    '10:30',
    'halo',
    '@ayu kartika dari gudang',
    '`@ayu`',
    '```\n@ayu',
    '# judul ',
    ' /rem',
    'a /rem',
    '/rem besok',
    '/etc/',
    '//rem',
  ])('%j: nothing', (text) => expect(asked(text)).toBeNull());

  it('asks for nothing behind a name that was chosen', () => {
    const mention = { start: 0, end: 12, token: '<@x>' };
    expect(asked('@Ayu Kartika', [mention])).toBeNull();
    expect(asked('@Ayu Kartika ', [mention])).toBeNull();
    expect(asked('@Ayu Kartika @s', [mention])).toBe('person s');
  });
});
