import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, type Names } from './plain-text.ts';

const AYU = '0190a1b2-0000-7000-8000-000000000001';
const GUDANG = '0190a1b2-0000-7000-8000-0000000000c1';
const names: Names = {
  person: (id) => (id === AYU ? 'Ayu Kartika' : undefined),
  channel: (id) => (id === GUDANG ? 'gudang' : undefined),
  group: (id) => (id === GUDANG ? 'tim-gudang' : undefined),
  someone: 'someone',
};

describe('a message on one line', () => {
  it('drops marks and keeps words', () => {
    expect(plainText('**Pagi** _semua_, `stok`\n> kutip\n- satu\n- dua', names)).toBe(
      'Pagi semua, stok kutip satu dua',
    );
  });

  it('says names instead of ids', () => {
    const unknown = '0190a1b2-0000-7000-8000-000000000009';
    const source = `<@${AYU}> in <#${GUDANG}> <!here>, <@${unknown}>`;
    expect(plainText(source, names)).toBe('@Ayu Kartika in #gudang @here, @someone');
    const groups = `<!group:${GUDANG}> <!group:${unknown}>`;
    expect(plainText(groups, names)).toBe('@tim-gudang @someone');
  });

  it('says the words of a link, not its address', () => {
    expect(plainText('see [the plan](https://a.example/p)', names)).toBe('see the plan');
  });

  it('ends a long text with an ellipsis, never within a character', () => {
    expect(plainText('abc def', names, 5)).toBe('abc d…');
    expect(plainText('abc 😀', names, 5)).toBe('abc…');
  });

  it('gives one line for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const line = plainText(source, names, 50);
        expect(line.length).toBeLessThanOrEqual(51);
        expect(line).not.toMatch(/\n/);
      }),
    );
  });
});
