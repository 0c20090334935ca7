import { describe, expect, it } from 'vitest';
import { quoteOf } from './quote.ts';

describe('quoteOf', () => {
  it('quotes each line, names its author with a link, and leaves a line to go on in', () => {
    expect(quoteOf('Satu\n\nDua ', 'Bagas Pratama', 'balai://open/c/1/m/2')).toBe(
      '> Satu\n>\n> Dua\n> [Bagas Pratama](balai://open/c/1/m/2)\n\n',
    );
  });

  it('is no broken link for a name with brackets', () => {
    expect(quoteOf('a', 'Bagas [Gudang]', 'x')).toContain('> [Bagas  Gudang](x)');
  });
});
