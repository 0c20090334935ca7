import { expect, it } from 'vitest';
import { shownText } from './shown-text.ts';

const forwarded = {
  ...{
    channelId: 'c',
    messageId: 'm',
    authorId: 'a',
    text: 'Harga naik',
    createdAt: 1,
    mine: true,
  },
};
const link = { type: 'link', url: 'https://a.id', title: '', text: '' } as const;
const attachments = [{ ...link, mediaType: null, size: null }];
const nothing = { text: '', forwarded: null, attachments: [], files: [] };

it('a message is its own words, else those that it hands on, else what is attached', () => {
  expect(shownText({ ...nothing, text: 'Lihat ini', forwarded })).toBe('Lihat ini');
  expect(shownText({ ...nothing, forwarded, attachments })).toBe('Harga naik');
  expect(shownText({ ...nothing, attachments })).toBe('https://a.id');
  expect(shownText(nothing)).toBe('');
});
