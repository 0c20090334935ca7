import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../../shared/domain/markdown/parse.ts';
import { mentionedUsers, mentionsEverybody } from '../../../../../shared/domain/mentions.ts';
import { plainText } from '../../../../../shared/domain/plain-text.ts';
import { markdownOf, plainOf } from './mrkdwn.ts';
import type { SlackNames } from './names.ts';

const AYU = '00000000-0000-8000-8000-00000000000a';
const HALL = '00000000-0000-8000-8000-0000000000c1';

const names: SlackNames = {
  userId: (id) => (id === 'U1' ? AYU : undefined),
  userName: (id) => (id === 'U1' ? 'Ayu Kartika' : undefined),
  channelId: (id) => (id === 'C1' ? HALL : undefined),
  channelName: (id) => (id === 'C1' ? 'umum' : undefined),
};
const md = (text: string): string => markdownOf(text, names);
/** What a reader sees of it, without marks. */
const seen = (text: string): string =>
  plainText(
    md(text),
    {
      person: () => 'Ayu',
      channel: () => 'umum',
      group: () => undefined,
      someone: 'someone',
    },
    Number.POSITIVE_INFINITY,
  );

describe("Slack's marks", () => {
  it.each([
    ['*bold* and *two words*', '**bold** and **two words**'],
    ['_it_ ~gone~', '_it_ ~~gone~~'],
    ['*_both_*', '**_both_**'],
    ['(*a*), "*b*".', '(**a**), "**b**".'],
    ['*bold* in *one* line', '**bold** in **one** line'],
    ['*<https://a.example|plan>*', '**[plan](https://a.example)**'],
    ['*see `x` now*', '**see `x` now**'],
    ['2*3*4 = 24', String.raw`2\*3\*4 = 24`],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['* not bold *', String.raw`* not bold *`],
    ['*open', String.raw`\*open`],
    ['*two\nlines*', '\\*two\nlines\\*'],
    ['snake_case ~5', 'snake_case ~5'],
    [String.raw`C:\new\_x`, String.raw`C:\new\\_x`],
    ['a ` b', String.raw`a \` b`],
  ])('%j', (slack, expected) => expect(md(slack)).toBe(expected));

  it.each(['2*3*4 = 24', '*open', '5 * 3 * 2', 'a ` b', String.raw`C:\new\_x`, 'snake_case_'])(
    'words without marks stay what they are: %j',
    (text) => expect(seen(text)).toBe(text),
  );
});

describe('code is left alone', () => {
  it.each([
    ['`*a* :tada: _b_`', '`*a* :tada: _b_`'],
    ['`a &lt; b &amp;&amp; c`', '`a < b && c`'],
    ['`<http://a.example>`', '`http://a.example`'],
    ['```a *b*\n:tada:```', '```\na *b*\n:tada:\n```'],
    ['see ```x = 1``` there', 'see\n```\nx = 1\n```\nthere'],
    ['```\nwget <http://a.example/b>\n```', '```\nwget http://a.example/b\n```'],
    ['a\n```b```\nc', 'a\n```\nb\n```\nc'],
    ['```open', '\\`\\`\\`open'],
    ['`&lt;!channel&gt;`', '`<!channel>`'],
  ])('%j', (slack, expected) => expect(md(slack)).toBe(expected));
});

describe('references', () => {
  it.each([
    ['<@U1> and <@U1|ayu>', `<@${AYU}> and <@${AYU}>`],
    ['<@U9>, <@U9|budi>', '@U9, @budi'],
    ['<#C1|umum> <#C9|rahasia> <#C9|>', `<#${HALL}> #rahasia #C9`],
    ['<!channel> <!here|@here> <!everyone> <!group>', '<!channel> <!here> <!channel> <!channel>'],
    ['<!subteam^S1|@gudang> <!subteam^S2>', '@gudang @group'],
    ['<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
    ['<https://a.example/x_y>', 'https://a.example/x_y'],
    ['<https://a.example/x>.', 'https://a.example/x.'],
    ['x<https://a.example>y', 'x<https://a.example>y'],
    ['<https://a.example/?a=1&amp;b=2|two &amp; two>', '[two & two](https://a.example/?a=1&b=2)'],
    ['<https://a.example/(x)|x>', '[x](<https://a.example/(x)>)'],
    ['<https://a.example|[x] *y*>', String.raw`[[x] \*y\*](https://a.example)`],
    ['<mailto:ayu@a.example|ayu@a.example>', 'ayu@a.example'],
    ['<mailto:ayu@a.example|write>', '[write](mailto:ayu@a.example)'],
    ['<tel:+6231|031>', '031'],
    ['<slack://open|app>', 'app'],
  ])('%j', (slack, expected) => expect(md(slack)).toBe(expected));

  it('who only writes about a mention calls nobody', () => {
    const source = md(`type &lt;!channel&gt; or &lt;@${AYU}&gt;`);
    expect(mentionsEverybody(source)).toBe(false);
    expect(mentionedUsers(source)).toEqual([]);
    expect(seen(`type &lt;!channel&gt;`)).toBe('type <!channel>');
  });

  it('as plain words', () => {
    expect(plainOf('<@U1> in <#C1>: <https://a.example|plan> &amp; :tada: <!here>', names)).toBe(
      '@Ayu Kartika in #umum: plan & 🎉 @here',
    );
  });
});

describe('emoji', () => {
  it.each([
    [':tada: :+1: :wave::skin-tone-3:', '🎉 👍 👋🏼'],
    [':flag-id::flag-jp:', '🇮🇩🇯🇵'],
    [':our-logo: 10:30:45', ':our-logo: 10:30:45'],
    ['*:tada: done*', '**🎉 done**'],
  ])('%j', (slack, expected) => expect(md(slack)).toBe(expected));
});

describe('quotes and lists', () => {
  it.each([
    ['&gt; said\nmine', '> said\nmine'],
    ['&gt;said *so*', '> said **so**'],
    ['first\n&gt;&gt;&gt; all\nof it', 'first\n> all\n> of it'],
    ['a &gt; b &lt; c', 'a > b < c'],
    ['• one\n    ◦ two\n        ▪︎ three', '• one\n    • two\n        • three'],
  ])('%j', (slack, expected) => expect(md(slack)).toBe(expected));
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...'*_~`<>&;:|\\[]()\n 1a!@#'),
    fc.constantFrom('&lt;', '&gt;', '&amp;', '```', '<@U1>', '<https://a.example|x>', ':tada:'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  it('is read without failing, and its letters all arrive', () => {
    const letters = (text: string): string => text.replaceAll(/[^a-z]/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        // A name between colons, and an entity, are one sign: their letters are not to arrive.
        const text = pieces.filter((one) => !/[&:]|<./.test(one)).join('');
        expect(letters(seen(text))).toBe(letters(text));
        parseMarkdown(md(pieces.join('')));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['*a ', '*', '`', '```', '_', '<', '&lt;', ':a', '~a ', '&gt;', '* ', '<@U1>'])(
    'is read in time: %j over and over',
    (unit) => {
      const text = unit.repeat(Math.ceil(40_000 / unit.length));
      md(text.slice(0, 4_000));
      const start = performance.now();
      md(text);
      expect(performance.now() - start).toBeLessThan(500);
    },
  );
});
