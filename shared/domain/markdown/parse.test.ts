import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeRanges, parseMarkdown } from './parse.ts';
import type { Block, Inline } from './tree.ts';

const ID = '0190a1b2-0000-7000-8000-000000000001';

/** A tree as a short text. */
const inline = (node: Inline): string => {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'break':
      return '/';
    case 'code':
      return `{code ${node.value}}`;
    case 'person':
    case 'channel':
    case 'group':
      return `{${node.type} ${node.id === ID ? 'id' : node.id}}`;
    case 'everybody':
      return `{${node.who}}`;
    case 'link':
      return `{link ${node.url} ${node.children.map(inline).join('')}}`;
    default:
      return `{${node.type} ${node.children.map(inline).join('')}}`;
  }
};
const block = (node: Block): string => {
  switch (node.type) {
    case 'paragraph':
      return node.children.map(inline).join('');
    case 'code':
      return `{${node.language ?? ''}\`${node.value}\`}`;
    case 'quote':
      return `{quote ${node.children.map(block).join(' | ')}}`;
    default:
      return `{${node.ordered ? node.start : 'list'} ${node.items
        .map((item) => item.map(block).join(' | '))
        .join('; ')}}`;
  }
};
const read = (source: string): string => parseMarkdown(source).map(block).join(' | ');

describe('marks', () => {
  it.each([
    [
      '**bold** _it_ *it* ~~gone~~ `code`',
      '{strong bold} {em it} {em it} {strike gone} {code code}',
    ],
    ['snake_case_name and 5 * 3 * 2', 'snake_case_name and 5 * 3 * 2'],
    ['12*40*5 and 2**10**2, not *12*40*', '12*40*5 and 2**10**2, not {em 12*40}'],
    ['***both***', '{em {strong both}}'],
    ['x***a****x', 'x{em {strong a}}*x'],
    ['**open', '**open'],
    ['~/home and ~5', '~/home and ~5'],
    ['~~~ is not a mark here ~~~ x', '~~~ is not a mark here ~~~ x'],
    ['\\*not\\*', '*not*'],
    ['`a **b**`', '{code a **b**}'],
    ['line\nbreaks stay', 'line/breaks stay'],
  ])('%j', (source, expected) => expect(read(source)).toBe(expected));

  it('drops marks that are nested absurdly deep, and keeps their words', () => {
    const deep = `${'*a '.repeat(500)}x${' a*'.repeat(500)}`;
    expect(read(deep).replaceAll(/\{em |[}* ]/g, '')).toBe(`${'a'.repeat(500)}x${'a'.repeat(500)}`);
  });
});

describe('mentions', () => {
  it.each([
    [`<@${ID}>, <#${ID}> <!channel> <!here>`, '{person id}, {channel id} {channel} {here}'],
    [`<!group:${ID}> <!group:x>`, '{group id} <!group:x>'],
    [`**<@${ID}>**`, '{strong {person id}}'],
    [`\`<@${ID}>\``, `{code <@${ID}>}`],
    ['<@nobody> <!everyone>', '<@nobody> <!everyone>'],
  ])('%j', (source, expected) => expect(read(source)).toBe(expected));
});

describe('links', () => {
  it.each([
    ['[plan](https://a.example/p)', '{link https://a.example/p plan}'],
    ['[a_b_](https://a.example/(x)y)', '{link https://a.example/(x)y a_b_}'],
    ['see https://a.example/a_b_c.', 'see {link https://a.example/a_b_c https://a.example/a_b_c}.'],
    ['(https://a.example)', '({link https://a.example https://a.example})'],
    ['**https://a.example**', '{strong {link https://a.example https://a.example}}'],
    ['www.a.example/x', '{link http://www.a.example/x www.a.example/x}'],
    ['to ayu@a.example, please', 'to {link mailto:ayu@a.example ayu@a.example}, please'],
    ['<https://a.example>', '{link https://a.example https://a.example}'],
    ['[https://a.example](https://b.example)', '{link https://b.example https://a.example}'],
    ['balai://open/c/1', '{link balai://open/c/1 balai://open/c/1}'],
    ['[x](javascript:alert)', '[x](javascript:alert)'],
    ['[x](/etc/passwd) <file:///etc/passwd>', '[x](/etc/passwd) <file:///etc/passwd>'],
    ['xhttps://a.example', 'xhttps://a.example'],
    ['https://', 'https://'],
  ])('%j', (source, expected) => expect(read(source)).toBe(expected));
});

describe('what is not markdown here stays text', () => {
  it.each([
    '<b>x</b>',
    '# heading',
    '![alt](picture.png)',
    '| a | b |',
    '[a]: https',
    '&amp; &copy;',
    '- ',
  ])('%j', (source) => expect(read(source)).toBe(source.trimEnd()));

  it('setext underlines and rules', () => {
    expect(read('title\n=====')).toBe('title/=====');
    expect(read('a\n\n---')).toBe('a | ---');
  });
});

describe('quotes and lists', () => {
  it.each([
    ['> a\n> b\nmine', '{quote a/b} | mine'],
    ['> - a\n> - b', '{quote {list a; b}}'],
    ['- a\n- b\nafter', '{list a; b} | after'],
    ['- a\n\n- b', '{list a; b}'],
    ['- a\n  more\n\n  still\n- b', '{list a/more | still; b}'],
    ['1. a\n  - b\n2. c', '{1 a | {list b}; c}'],
    ['3) a\n4) b', '{3 a; b}'],
    ['- a\n\t- b', '{list a | {list b}}'],
    ['Meeting at\n10. floor', 'Meeting at/10. floor'],
    ['2026. That was a year', '2026. That was a year'],
    ['- a\n1. b', '{list a} | {1 b}'],
  ])('%j', (source, expected) => expect(read(source)).toBe(expected));
});

describe('code between fences', () => {
  it.each([
    ['```sql\nselect 1\n```\nafter', '{sql`select 1`} | after'],
    ['```\n\n a\n\tb\n```', '{`\n a\n\tb`}'],
    ['```select 1\nselect 2```', '{`select 1\nselect 2`}'],
    ['look: ```a\nb``` x', 'look: {code a b} x'],
    ['look: ```a\nb```', 'look: | {`a\nb`}'],
    ['```one line```', '{code one line}'],
    ['```js\nopen', '{js`open`}'],
    ['~~~\na\n~~~', '{`a`}'],
    ['- a\n  ```\n  b\n  ```\n- c', '{list a | {`b`}; c}'],
  ])('%j', (source, expected) => expect(read(source)).toBe(expected));
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...'[]()<>*_~`\\!#-+.:/@&|"\'\n\t 1a'),
    fc.constantFrom('```', '> ', '- ', '1. ', '](', 'http://a.b', '~~', `<@${ID}>`, '😀', '\r\n'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const source = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

  const texts = (nodes: readonly (Block | Inline)[]): { value: string; at: number }[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text') return [node];
      if ('items' in node) return node.items.flatMap(texts);
      return 'children' in node ? texts(node.children) : [];
    });

  it('is read without failing, and every word is found where it says it stands', () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const { value, at } of texts(parseMarkdown(text))) {
          expect(text.slice(at, at + value.length)).toBe(value);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it.each([
    '[',
    '*',
    '>',
    '`',
    '> - ',
    '1. ',
    '**a',
    '_a*',
    '*_',
    '](',
    '[a](',
    '~~*_',
    '<a:',
    'www.a!',
  ])('is read in time: %j over and over', (unit) => {
    const text = unit.repeat(Math.ceil(16_000 / unit.length));
    parseMarkdown(text.slice(0, 4_000));
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      parseMarkdown(text);
      return performance.now() - start;
    });
    // Linear work takes 5-30 ms, quadratic takes seconds; a busy machine rarely stops all three.
    expect(Math.min(...times)).toBeLessThan(250);
  });
});

describe('the code in a source', () => {
  const codeOf = (source: string): string[] =>
    codeRanges(source).map(([from, to]) => source.slice(from, to));

  it.each([
    ['a `b` c ``d ` e`` f', ['`b`', '``d ` e``']],
    ['`a\n  b` c', ['`a\n  b`']],
    ['x\n```js\na\n```\ny `z`', ['```js\na\n```', '`z`']],
    ['> ```\r\n> a\r\n> ```\r\nb', ['```\r\n> a\r\n> ```']],
    ['Lihat: ```select 1\nfrom a```', ['```select 1\nfrom a```']],
    ['- ```\n  a', ['```\n  a']],
    ['~~~\na', ['~~~\na']],
    ['a ``` b', []],
    ['\\`a\\`', []],
  ])('of %j is %j', (source, code) => expect(codeOf(source)).toEqual(code));
});
