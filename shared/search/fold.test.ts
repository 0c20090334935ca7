import { describe, expect, it } from 'vitest';
import { fold, foldWithPlaces } from './fold.ts';

describe('fold', () => {
  it.each([
    ['Surat JALAN', 'surat jalan'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['ＩＮＶ－２０２６', 'inv-2026'],
    ['İstanbul', 'istanbul'],
    ['مُحَمَّد', 'محمد'],
    ['ﬁle', 'file'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('foldWithPlaces', () => {
  it.each(['Surat Jalan', 'Café crème', 'Cafe\u0301 x', 'ﬁle ﬂow', '😀 Ｉnv', '한국 会議', ''])(
    'folds %j as fold does, and finds each letter again',
    (text) => {
      const folded = foldWithPlaces(text);
      expect(folded.text).toBe(fold(text));
      for (let i = 0; i < folded.text.length; i++) {
        const original = text.slice(folded.start(i), folded.end(i + 1));
        expect(fold(original)).toContain(folded.text[i]);
      }
    },
  );

  it('takes in the marks that follow a letter', () => {
    const text = 'Cafe\u0301 x';
    const folded = foldWithPlaces(text);
    expect(text.slice(folded.start(0), folded.end(4))).toBe('Cafe\u0301');
  });
});
