import { describe, expect, it } from 'vitest';
import { asEmoji, ownFound } from './own-emoji.ts';

const own = ['balai-party', 'kopi', 'party_truk'].map((name) => ({
  ...{ id: name, name, authorId: 'a', url: `data:image/png;base64,${name}` },
}));

describe('own emoji', () => {
  it('are found by any part of their name, those that begin so first', () => {
    const found = (query: string, limit = 9) => ownFound(own, query, limit).map((one) => one.emoji);
    expect(found('party')).toEqual(['party_truk', 'balai-party']);
    expect(found('PARTY balai')).toEqual(['balai-party']);
    expect(found('')).toHaveLength(3);
    expect(found('party', 1)).toEqual(['party_truk']);
    expect(found('teh')).toEqual([]);
  });

  it('are named by what stands between the colons', () => {
    expect(own.map(asEmoji)[2]).toMatchObject({
      ...{ emoji: 'party_truk', label: 'party truk', codes: ['party_truk'] },
      picture: 'data:image/png;base64,party_truk',
    });
  });
});
