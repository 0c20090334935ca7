import { describe, expect, it } from 'vitest';
import { readSlash, withoutEscape } from './read-slash.ts';

describe('a command behind a slash', () => {
  it.each([
    ['/leave', 'leave', ''],
    ['/Remind besok 9:00\ntelepon', 'remind', 'besok 9:00\ntelepon'],
    ['  /topik  Stok baru ', 'topik', 'Stok baru'],
    ['/jangan-ganggu 1 jam', 'jangan-ganggu', '1 jam'],
  ])('%j', (text, name, rest) => expect(readSlash(text)).toEqual({ name, rest }));

  it.each(['/', '/ leave', '//leave', '/etc/hosts', '/1', 'a /leave', '/leave!', ''])(
    '%j is none',
    (text) => expect(readSlash(text)).toBeNull(),
  );

  it('is words with a second slash before it, which is not sent', () => {
    expect(withoutEscape('//leave now')).toBe('/leave now');
    expect(withoutEscape('// a comment')).toBe('// a comment');
    expect(withoutEscape('/leave')).toBe('/leave');
  });
});
