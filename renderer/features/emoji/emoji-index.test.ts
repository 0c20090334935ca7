import { describe, expect, it } from 'vitest';
import { EmojiIndex } from './emoji-index.ts';
import { loadEmoji } from './load-emoji.ts';

const index = new EmojiIndex(
  [
    {
      unicode: '😄',
      label: 'grinning face with smiling eyes',
      tags: ['happy'],
      codes: ['smile'],
      group: 'smileys',
      skins: [],
    },
    {
      unicode: '😃',
      label: 'grinning face',
      tags: ['smile', 'happy'],
      codes: ['smiley'],
      group: 'smileys',
      skins: [],
    },
    {
      unicode: '👍',
      label: 'thumbs up',
      tags: ['yes'],
      codes: ['thumbsup', '+1'],
      group: 'people',
      skins: ['👍🏻', '👍🏽'],
    },
  ],
  (emoji) => (emoji === '👍' ? { label: 'jempol', tags: ['jempol', 'setuju'] } : undefined),
);
const found = (query: string): string[] => index.search(query, 10).map((one) => one.emoji);

describe('emoji by name', () => {
  it('puts the emoji of exactly that name first', () => {
    expect(found('smile')).toEqual(['😄', '😃']);
    expect(found('+1')).toEqual(['👍']);
  });

  it('finds by every word of the query, in any order', () => {
    expect(found('face grin')).toEqual(['😄', '😃']);
    expect(found('happy thumbs')).toEqual([]);
  });

  it('finds by the words of the person’s language as well as the English ones', () => {
    expect(found('setuju')).toEqual(['👍']);
    expect(found('thumbs')).toEqual(['👍']);
    expect(index.find('👍')?.label).toBe('jempol');
  });

  it('knows an emoji in any skin tone', () => {
    expect(index.find('👍🏽')?.emoji).toBe('👍');
    expect(index.byCode('THUMBSUP')?.emoji).toBe('👍');
  });
});

describe('the emoji that Balai ships', () => {
  it('has the usual names, and Indonesian and Arabic words', async () => {
    const drawsAll = () => () => true;
    const [en, id, ar] = await Promise.all([
      loadEmoji('en', drawsAll),
      loadEmoji('id', drawsAll),
      loadEmoji('ar', drawsAll),
    ]);
    expect(en.all.length).toBeGreaterThan(1_800);
    for (const [code, emoji] of [
      ['thumbsup', '👍'],
      ['+1', '👍'],
      ['smile', '😄'],
      ['tada', '🎉'],
      ['white_check_mark', '✅'],
      ['heart', '❤️'],
      ['pray', '🙏'],
      ['flag-id', '🇮🇩'],
    ] as const) {
      expect(en.byCode(code)?.emoji).toBe(emoji);
    }
    const forms = en.all.flatMap(({ emoji, skins }) => [emoji, ...skins]);
    expect(forms.filter((form) => !/^\p{RGI_Emoji}$/v.test(form))).toEqual([]);
    expect(id.search('jempol', 3).map((one) => one.emoji)).toContain('👍');
    expect(id.search('hati merah', 3).map((one) => one.emoji)).toContain('❤️');
    expect(ar.search('شاحنة', 5).map((one) => one.emoji)).toContain('🚚');
    expect(ar.byCode('truck')?.label).toBe('شاحنة توصيل طلبات');
  });
});
