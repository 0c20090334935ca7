import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  decode,
  directionOf,
  edited,
  encode,
  labelFor,
  noText,
  tokensIn,
  type VisibleText,
} from './visible-text.ts';

const AYU = '<@0190a1b2-0000-7000-8000-000000000001>';
const AYUNDA = '<@0190a1b2-0000-7000-8000-000000000002>';
const GUDANG = '<#0190a1b2-0000-7000-8000-0000000000c1>';
const labels = new Map([
  ['@Ayu', AYU],
  ['@Ayu Nda', AYUNDA],
  ['#gudang', GUDANG],
  ['@here', '<!here>'],
]);
const labelOf = (token: string): string | undefined =>
  [...labels].find(([, other]) => other === token)?.[0];
const show = (source: string): VisibleText => decode(source, labelOf);

/** Types, deletes or pastes: `at` to `to` is replaced by `words`, and the caret stands behind. */
const type = (before: VisibleText, at: number, to: number, words: string): VisibleText => {
  const text = before.text.slice(0, at) + words + before.text.slice(to);
  return edited(before, text, at + words.length, labels);
};
const typeEach = (before: VisibleText, at: number, words: string): VisibleText =>
  [...words].reduce((text, letter, i) => type(text, at + i, at + i, letter), before);

describe('a text as it is written', () => {
  it('shows names and sends ids', () => {
    const text = show(`Hai ${AYU}, lihat ${GUDANG} <!here>`);
    expect(text.text).toBe('Hai @Ayu, lihat #gudang @here');
    expect(encode(text)).toBe(`Hai ${AYU}, lihat ${GUDANG} <!here>`);
  });

  it('leaves unknown tokens and tokens in code as they are', () => {
    const source = `<@0190a1b2-0000-7000-8000-000000000009> \`${AYU}\`\n\`\`\`\n${AYU}\n\`\`\``;
    expect(show(source)).toEqual({ text: source, mentions: [] });
    expect(tokensIn(`${AYU} \`${AYU}\` ${GUDANG}`)).toEqual([AYU, GUDANG]);
  });

  it('does not take words for a mention that were only written like one', () => {
    const text = show(`@Ayu ${AYU}`);
    expect(text.text).toBe('@Ayu @Ayu');
    expect(encode(text)).toBe(`@Ayu ${AYU}`);
  });

  it('moves mentions along with what is typed before them', () => {
    const text = typeEach(show(`${AYU} ya`), 0, 'Oke ');
    expect(encode(text)).toBe(`Oke ${AYU} ya`);
  });

  it('makes a mention that was reached into only words, and whole again when its words are', () => {
    const whole = show(`Hai ${AYU} ya`);
    const broken = type(whole, 7, 8, '');
    expect(broken.text).toBe('Hai @Ay ya');
    expect(encode(broken)).toBe('Hai @Ay ya');
    expect(encode(type(broken, 7, 7, 'u'))).toBe(`Hai ${AYU} ya`);
  });

  it('knows a mention again after undo of a deletion', () => {
    const whole = show(`${AYU} dan ${GUDANG}`);
    const empty = type(whole, 0, whole.text.length, '');
    expect(empty).toEqual(noText);
    expect(encode(edited(empty, whole.text, whole.text.length, labels))).toBe(
      `${AYU} dan ${GUDANG}`,
    );
  });

  it('takes the longest name', () => {
    const text = typeEach(noText, 0, 'tanya @Ayu Nda dulu');
    expect(encode(text)).toBe(`tanya ${AYUNDA} dulu`);
  });

  it('does not find a name within a word', () => {
    expect(encode(typeEach(noText, 0, '@Ayunda a@here.example'))).toBe('@Ayunda a@here.example');
    expect(encode(type(show(AYU), 4, 4, 'n'))).toBe('@Ayun');
  });

  it('quotes a mention that is put between backticks', () => {
    const text = type(type(show(`x ${AYU} y`), 2, 2, '`'), 7, 7, '`');
    expect(text.text).toBe('x `@Ayu` y');
    expect(encode(text)).toBe('x `@Ayu` y');
  });

  it('deletes the second of two equal letters where the caret says so', () => {
    expect(changeBetween('aab', 'ab', 1)).toEqual({ start: 1, oldEnd: 2, newEnd: 1 });
    expect(changeBetween('aab', 'ab', 0)).toEqual({ start: 0, oldEnd: 1, newEnd: 0 });
  });

  it('keeps the right one of two mentions of one person', () => {
    const text = show(`${AYU} ${AYU}`);
    expect(encode(type(text, 0, 5, ''))).toBe(AYU);
    expect(encode(type(text, 1, 2, ''))).toBe(`@yu ${AYU}`);
    expect(encode(type(text, 6, 7, ''))).toBe(`${AYU} @yu`);
  });

  it('tells two people of one name apart', () => {
    const known = new Map([['@Ayu', AYU]]);
    expect(labelFor(known, AYU, '@Ayu', 'ayu')).toBe('@Ayu');
    expect(labelFor(known, AYUNDA, '@Ayu', 'ayu.nda')).toBe('@Ayu (ayu.nda)');
  });
});

const piece = fc.constantFrom(
  AYU,
  AYUNDA,
  GUDANG,
  '<!here>',
  '<@0190a1b2-0000-7000-8000-000000000009>',
  '@Ayu',
  '@Ayu Nda',
  '#gudang',
  '@here',
  '@',
  ' ',
  '\n',
  '`',
  '```',
  'a',
  ' Nda',
  '😀',
  '<',
  '>',
);
const source = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));

describe('any text', () => {
  it('is sent as it was loaded when nothing was changed', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(encode(show(text))).toBe(text);
      }),
      { numRuns: 1_200 },
    );
  });

  it('keeps its mentions in order, apart, and over the words that they show', () => {
    const edit = fc.record({ at: fc.nat(60), cut: fc.nat(8), words: source });
    fc.assert(
      fc.property(source, fc.array(edit, { maxLength: 10 }), (begin, edits) => {
        let text = show(begin);
        for (const { at, cut, words } of edits) {
          const start = Math.min(at, text.text.length);
          text = type(text, start, Math.min(start + cut, text.text.length), words);
          let last = 0;
          for (const { start: from, end, token } of text.mentions) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(labels.get(text.text.slice(from, end))).toBe(token);
            last = end;
          }
        }
      }),
      { numRuns: 1_200 },
    );
  });

  it('an edit far away leaves a mention alone', () => {
    fc.assert(
      fc.property(source, fc.nat(10), (words, cut) => {
        fc.pre(!words.includes('`'));
        const before = show(`zzzzzzzzzzzz ${AYU} zzzzzzzzzzzz`);
        const front = type(before, 0, Math.min(cut, 10), words);
        expect(encode(front).endsWith(` ${AYU} zzzzzzzzzzzz`)).toBe(true);
        const back = type(
          before,
          before.text.length - Math.min(cut, 10),
          before.text.length,
          words,
        );
        expect(encode(back).startsWith(`zzzzzzzzzzzz ${AYU} zz`)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});

describe('directionOf', () => {
  it('is that of the page until there is a letter', () => {
    for (const text of ['', '/', ' 12.50 ', '👍', '@']) expect(directionOf(text)).toBeUndefined();
    for (const text of ['/k', '/ت', '12 palet']) expect(directionOf(text)).toBe('auto');
  });
});
