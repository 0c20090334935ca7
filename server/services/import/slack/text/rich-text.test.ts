import { describe, expect, it } from 'vitest';
import { slackBlock } from '../schema/block.ts';
import type { SlackNames } from './names.ts';
import { markdownOfBlocks } from './rich-text.ts';

const AYU = '00000000-0000-8000-8000-00000000000a';
const names: SlackNames = {
  userId: (id) => (id === 'U1' ? AYU : undefined),
  userName: () => undefined,
  channelId: () => undefined,
  channelName: () => undefined,
};
const md = (...blocks: unknown[]): string =>
  markdownOfBlocks(
    blocks.map((block) => slackBlock.parse(block)),
    names,
  );
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const words = (text: string, style?: object) => ({ type: 'text', text, style });

describe('rich text', () => {
  it('has styles, which hold no space at their ends', () => {
    const text = section(
      words('plain '),
      words('bold ', { bold: true }),
      words('both', { bold: true, italic: true }),
      words(' gone', { strike: true }),
      words(' '),
      words('a*b', { code: true }),
    );
    expect(md(rich(text))).toBe('plain **bold** **_both_** ~~gone~~ `a*b`');
  });

  it('its words are words, whatever they look like', () => {
    expect(md(rich(section(words('*no* _no_ `no` [no](x) <!channel>'))))).toBe(
      '\\*no\\* \\_no\\_ \\`no\\` [no\\](x) <\\!channel>',
    );
  });

  it('names people, channels, groups, everybody, addresses and emoji', () => {
    const text = section(
      ...[{ type: 'user', user_id: 'U1' }, words(' '), { type: 'user', user_id: 'U9' }, words(' ')],
      ...[{ type: 'channel', channel_id: 'C9' }, words(' '), { type: 'usergroup' }, words(' ')],
      ...[{ type: 'broadcast', range: 'here' }, words(' ')],
      ...[{ type: 'link', url: 'https://a.example', text: 'plan' }, words(' ')],
      ...[{ type: 'emoji', name: 'wave', skin_tone: 3 }, words(' ')],
      ...[
        { type: 'emoji', name: 'new-one', unicode: '1f91d' },
        { type: 'emoji', name: 'logo' },
      ],
    );
    expect(md(rich(text))).toBe(
      `<@${AYU}> @U9 #C9 @group <!here> [plan](https://a.example) 👋🏼 🤝:logo:`,
    );
  });

  it('has lists, quotes and code', () => {
    const list = (style: string, indent: number, ...items: string[]) => ({
      ...{ type: 'rich_text_list', style, indent },
      elements: items.map((item) => section(words(item))),
    });
    const blocks = rich(
      list('bullet', 0, 'one', 'two'),
      list('bullet', 1, 'deep'),
      list('ordered', 0, 'first', 'second'),
      { type: 'rich_text_quote', elements: [words('said\nso')] },
      { type: 'rich_text_preformatted', elements: [words('a *b*')] },
    );
    expect(md(blocks)).toBe(
      '- one\n- two\n  - deep\n1. first\n2. second\n> said\n> so\n```\na *b*\n```',
    );
  });
});

describe("an app's blocks", () => {
  it('are read in their order, without what holds no words', () => {
    expect(
      md(
        { type: 'header', text: { type: 'plain_text', text: 'Build 7' } },
        { type: 'divider' },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '*ok* for <@U1>' },
          fields: [{ type: 'mrkdwn', text: '_branch_' }],
        },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'by :tada:' }] },
        { type: 'image', alt_text: 'a chart', image_url: 'https://a.example/c.png' },
        { type: 'actions', elements: [{ type: 'button' }] },
      ),
    ).toBe(
      `**Build 7**\n**ok** for <@${AYU}>\n_branch_\nby 🎉\n[a chart](https://a.example/c.png)`,
    );
  });
});
