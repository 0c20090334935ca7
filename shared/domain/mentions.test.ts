import { describe, expect, it } from 'vitest';
import { anId } from '../testing/office.ts';
import {
  MAX_GROUPS_CALLED,
  MAX_MENTIONS,
  mentionedGroups,
  mentionedUsers,
  mentionsEverybody,
} from './mentions.ts';

const ayu = anId(1);
const budi = anId(2);

describe('mentions', () => {
  it('are found by id, each person once, in the order of the text', () => {
    expect(mentionedUsers(`<@${budi}>, tolong tanya <@${ayu}>. Ya <@${budi}>?`)).toEqual([
      budi,
      ayu,
    ]);
  });

  it.each([
    ['a name', '@budi'],
    ['an unfinished one', `<@${budi}`],
    ['an id in capitals', `<@${anId(0xabc).toUpperCase()}>`],
    ['a channel', `<#${budi}>`],
  ])('are not %s', (_what, text) => {
    expect(mentionedUsers(text)).toEqual([]);
  });

  it.each([
    ['code', `\`<@${budi}>\``],
    ['a block of code', `\`\`\`\n<@${budi}>\n\`\`\``],
    ['a block that does not end', `\`\`\`js\n<@${budi}>`],
    ['code between two backticks that holds one', `\`\`a \` <@${budi}> \`\``],
    ['code over two lines', `\`a\n<@${budi}>\``],
    ['a block between tildes', `~~~\n<@${budi}>\n~~~`],
    ['a block within a list', `- a\n  \`\`\`\n  <@${budi}>\n  \`\`\``],
  ])('name nobody inside %s', (_what, text) => {
    expect(mentionedUsers(text)).toEqual([]);
    expect(mentionsEverybody(text.replace(/<@[^>]+>/, '<!here>'))).toBe(false);
  });

  it.each([
    ['after code that has ended', `\`a\` <@${budi}> \`b\``],
    ['after backticks that nothing closes', `a \`\`\` b <@${budi}>`],
    ['between backticks of another number', `\`a <@${budi}> b\`\``],
    ['in a quote, a list and a link', `> - [**<@${budi}>**](https://nusa.example)`],
  ])('name somebody %s', (_what, text) => {
    expect(mentionedUsers(text)).toEqual([budi]);
    expect(mentionsEverybody(text.replace(/<@[^>]+>/, '<!here>'))).toBe(true);
  });

  it('name nobody where a backslash says so', () => {
    expect(mentionedUsers(`\\<@${budi}>`)).toEqual([]);
  });

  it('are told to so many people and no more', () => {
    const text = Array.from({ length: MAX_MENTIONS + 10 }, (_, i) => `<@${anId(i)}>`).join(' ');
    expect(mentionedUsers(text)).toHaveLength(MAX_MENTIONS);
  });

  it('can call everybody', () => {
    expect(mentionsEverybody('<!channel> rapat')).toBe(true);
    expect(mentionsEverybody('<!here>')).toBe(true);
    expect(mentionsEverybody('@channel !here <!everyone>')).toBe(false);
  });

  it('can call a group by its id, each once, and not in code', () => {
    const text = `<!group:${ayu}> <!group:${budi}> \`<!group:${anId(3)}>\` **<!group:${ayu}>**`;
    expect(mentionedGroups(text)).toEqual([ayu, budi]);
    expect(mentionedGroups(`@keuangan <!group:x> <@${ayu}>`)).toEqual([]);
    expect(mentionedUsers(text)).toEqual([]);
    expect(mentionsEverybody(text)).toBe(false);
    const many = Array.from({ length: MAX_GROUPS_CALLED + 5 }, (_, i) => `<!group:${anId(i)}>`);
    expect(mentionedGroups(many.join(' '))).toHaveLength(MAX_GROUPS_CALLED);
  });

  it('are found in long hostile texts in linear time', () => {
    const texts = ['`'.repeat(16_000), '``` '.repeat(4_000), '<@'.repeat(8_000)];
    for (const text of texts) expect(mentionedUsers(text)).toEqual([]);
  });
});
