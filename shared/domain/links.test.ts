import { expect, it } from 'vitest';
import { pagesOf } from './links.ts';
import { webLink } from './message-link.ts';

it('are the pages that a message links to, each once, in order', () => {
  const text = 'Lihat https://a.id/x, [ini](https://b.id) dan https://a.id/x\n\n- **https://c.id**';
  expect(pagesOf(text)).toEqual(['https://a.id/x', 'https://b.id', 'https://c.id']);
});

it.each([
  ['no code', '`https://a.id`'],
  ['no other scheme', 'http://a.id balai://open/c/1 mailto:a@a.id'],
  ['no link too long', `[ini](https://a.id/${'x'.repeat(2_100)})`],
])('are %s', (_what, text) => expect(pagesOf(text)).toEqual([]));

it('are three at most', () => {
  const many = Array.from({ length: 9 }, (_, n) => `https://a.id/${n}`).join(' ');
  expect(pagesOf(many)).toHaveLength(3);
});

it('are no messages of a Balai, which open for those alone who may read them', () => {
  const id = '01990000-0000-7000-8000-000000000001';
  const link = webLink('https://balai.example:8443', id, id);
  const other = 'https://a.id/open/c/lain';
  expect(pagesOf(`Lihat ${link} dan ${other}`)).toEqual([other]);
});
