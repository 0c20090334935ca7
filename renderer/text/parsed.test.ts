import { describe, expect, it } from 'vitest';
import { ParsedTexts } from './parsed.ts';

describe('texts that were read', () => {
  it('gives the same tree for the same text', () => {
    const texts = new ParsedTexts();
    expect(texts.get('**a**')).toBe(texts.get('**a**'));
  });

  it('forgets those that were used longest ago', () => {
    const texts = new ParsedTexts();
    const first = texts.get('first');
    const second = texts.get('second');
    for (let i = 0; i < 1_499; i += 1) {
      texts.get('first');
      texts.get(`text ${i}`);
    }
    expect(texts.size).toBe(1_500);
    expect(texts.get('first')).toBe(first);
    expect(texts.get('second')).not.toBe(second);
  });
});
