import { describe, expect, it } from 'vitest';
import { checkLink } from './link-check.ts';

describe('a link in a message', () => {
  it.each([
    ['https://a.example/p?q#h', 'the plan'],
    ['https://a.example/p', 'https://a.example/p'],
    ['http://www.a.example/', 'a.example'],
    ['https://a.example/p', 'v1.2'],
    ['mailto:ayu@a.example', 'ayu@a.example'],
    ['balai://m/1/2', 'this message'],
  ])('%s may be opened from %j', (address, words) => {
    expect(checkLink(address, words).open).toBe(true);
  });

  it.each([
    ['javascript:alert(1)', 'x', 'another scheme'],
    ['file:///etc/passwd', 'x', 'another scheme'],
    ['https://', 'x', 'no address'],
    ['https://bank.example@evil.example/', 'x', 'a name before @'],
    ['https://bank.example', 'evil.example', 'words that are another address'],
    ['https://evil.example', 'https://bank.example/login', 'words that are another address'],
    ['https://xn--bnk-5cd.example', 'x', 'punycode'],
    ['https://bаnk.example', 'bаnk.example', 'a Cyrillic letter'],
  ])('%s is plain words: %j is %s', (address, words) => {
    expect(checkLink(address, words).open).toBe(false);
  });

  it('shows the real address of a host with foreign letters', () => {
    expect(checkLink('https://bаnk.example', 'x')).toEqual({
      open: false,
      address: 'https://xn--bnk-6cd.example/',
    });
  });
});
