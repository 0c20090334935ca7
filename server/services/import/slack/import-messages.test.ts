import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../../../shared/domain/kinds/message.ts';
import { channelScope, orgScope, userScope } from '../../../../shared/domain/scope.ts';
import { channelIdOf, messageIdOf, userIdOf } from './ids.ts';
import { people, says, ts, Workplace } from './testing/exported.ts';
import { expectNothingLost } from './testing/whole.ts';

let at: Workplace;
beforeEach(async () => {
  at = await Workplace.open();
});
afterEach(() => at.close());

describe('messages', () => {
  it('threads: replies, broadcasts, and what the first message shows of them', async () => {
    const thread = { thread_ts: ts(0) };
    const report = await at.import(
      at.hall([
        says('A', 0, 'root', { ...thread, reply_count: 3 }),
        says('B', 1, 'one', thread),
        says('C', 2, 'two', { ...thread, subtype: 'thread_broadcast' }),
        says('B', 3, 'three', thread),
        says('A', 4, 'next'),
      ]),
    );
    expectNothingLost(report);
    const rootId = messageIdOf('HALL', ts(0));
    const messages = await at.messages();
    expect(messages.map((one) => [one.text, one.rootId === rootId, one.broadcast])).toEqual([
      ['root', false, false],
      ['one', true, false],
      ['two', true, true],
      ['three', true, false],
      ['next', false, false],
    ]);
    // Only messages of the channel itself, and those shown in it too, are counted.
    expect(messages.map(({ ordinal }) => ordinal)).toEqual([1, 1, 2, 2, 3]);
    const [row, ...others] = await at.rows(channelScope(channelIdOf('HALL')), 'thread');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ id: rootId, replies: 3, lastReplyAt: 1_700_000_003_000 },
      participants: [userIdOf('B'), userIdOf('C')],
    });
  });

  it('a reply whose first message is not in the export is a message of the channel', async () => {
    const report = await at.import(at.hall([says('A', 9, 'alone', { thread_ts: ts(0) })]));
    expect(report.changed).toMatchObject([{ of: 'messages', count: 1 }]);
    expect(await at.messages()).toMatchObject([{ text: 'alone', rootId: null, ordinal: 1 }]);
  });

  it('reactions are a set of emoji themselves; names of a workspace stay', async () => {
    const report = await at.import(
      at.hall([
        says('A', 0, 'x', {
          reactions: [
            { name: '+1::skin-tone-4', users: ['A', 'B'], count: 2 },
            { name: 'thumbsup', users: ['A'], count: 1 },
            { name: '+1', users: ['A'], count: 1 },
            { name: 'our-logo', users: ['C'], count: 3 },
          ],
        }),
      ]),
    );
    expectNothingLost(report);
    const reactions = await at.rows(channelScope(channelIdOf('HALL')), 'reaction');
    expect(new Set(reactions.map(({ userId, emoji }) => `${userId} ${emoji}`))).toEqual(
      new Set([
        ...['A', 'B'].map((id) => `${userIdOf(id)} 👍🏽`),
        ...[`${userIdOf('A')} 👍`, `${userIdOf('C')} our-logo`],
      ]),
    );
    expect(report.skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['the export does not tell who', 2],
      ['the same person twice', 1],
    ]);
  });

  it('edits keep their time, and what was deleted keeps its place', async () => {
    const report = await at.import(
      at.hall([
        says('A', 0, 'right', { edited: { user: 'A', ts: ts(30) } }),
        says('USLACKBOT', 1, 'This message was deleted.', {
          ...{ subtype: 'tombstone', hidden: true, thread_ts: ts(1), reply_count: 1 },
          reactions: [{ name: 'eyes', users: ['B'], count: 1 }],
        }),
        says('B', 2, 'still here', { thread_ts: ts(1) }),
      ]),
    );
    expectNothingLost(report);
    const [edited, deleted, reply] = await at.messages();
    expect(edited?.editedAt).toBe(1_700_000_030_000);
    expect(deleted).toMatchObject({ text: '', deletedAt: 1_700_000_001_000 });
    expect(reply?.rootId).toBe(deleted?.id);
  });

  it('what happened to a channel is told by events, which are not counted', async () => {
    const event = (second: number, subtype: string, more: object = {}) =>
      says('A', second, 'words', { subtype, ...more });
    await at.import(
      at.hall([
        event(0, 'channel_join'),
        { ...event(1, 'channel_join', { inviter: 'A' }), user: 'B' },
        event(2, 'channel_topic', { topic: 'soup &amp; <@B>' }),
        event(3, 'group_purpose', { purpose: '' }),
        event(4, 'channel_name', { old_name: 'old', name: 'hall' }),
        event(5, 'channel_archive'),
        event(6, 'channel_unarchive'),
        event(7, 'channel_leave'),
      ]),
    );
    const messages = await at.messages();
    expect(messages.map(({ system }) => system)).toEqual([
      { type: 'joined' },
      { type: 'added', userIds: [userIdOf('B')] },
      { type: 'topic', topic: 'soup & @Person B' },
      { type: 'purpose', purpose: '' },
      { type: 'renamed', name: 'hall' },
      { type: 'archived' },
      { type: 'unarchived' },
      { type: 'left' },
    ]);
    expect(messages[1]?.authorId).toBe(userIdOf('A'));
    expect(new Set(messages.map(({ ordinal }) => ordinal))).toEqual(new Set([0]));
  });

  it('people who do not write themselves, and apps', async () => {
    const path = at.exported({
      'users.json': [
        ...people('A'),
        { id: 'APP', name: 'clock', is_bot: true, profile: { real_name: 'Clock', bot_id: 'B1' } },
      ],
      'channels.json': [{ id: 'HALL', name: 'hall' }],
      'hall/2023-11-14.json': [
        says('A', 0, 'waves', { subtype: 'me_message' }),
        { type: 'message', subtype: 'bot_message', bot_id: 'B1', text: 'tick', ts: ts(1) },
        says('', 2, 'tock', { subtype: 'bot_message', bot_id: 'B9', username: 'Clock' }),
        says('', 3, 'ring', { subtype: 'bot_message', bot_id: 'B9', username: 'Bell' }),
        says('W1', 4, 'hello', { user_profile: { real_name: 'Guest' } }),
        { type: 'message', text: 'who?', ts: ts(5) },
      ],
    });
    const report = await at.import(path);
    expectNothingLost(report);
    const users = new Map((await at.rows(orgScope, 'user')).map((user) => [user.id, user]));
    const written = (await at.messages()).map(({ text, authorId }) => {
      const { displayName, bot, disabledAt } = users.get(authorId)!;
      return [text, displayName, bot, disabledAt !== null];
    });
    expect(written).toEqual([
      ['_waves_', 'Person A', false, false],
      ['tick', 'Clock', true, true],
      ['tock', 'Clock', true, true],
      ['ring', 'Bell', true, true],
      ['hello', 'Guest', false, true],
      ['who?', 'Unknown (unknown)', false, true],
    ]);
    expect(report.changed).toMatchObject([{ of: 'users', count: 3 }]);
  });

  it('files and links are attachments; what leads nowhere is quoted in the text', async () => {
    const file = { id: 'F1', title: 'Plan', name: 'plan.pdf', mimetype: 'application/pdf' };
    const report = await at.import(
      at.hall([
        says('A', 0, 'see', {
          files: [
            { ...file, size: 1_234, permalink: 'https://a.example/F1' },
            { id: 'F2', mode: 'tombstone' },
          ],
          attachments: [
            {
              ...{ title: 'A &amp; B', title_link: 'https://a.example/x', text: 'by <@B>' },
              fields: [{ title: 'State', value: 'open' }],
            },
          ],
        }),
        says('A', 1, '', {
          attachments: [{ pretext: '*New*', title: 'T', text: 'one\ntwo', fallback: 'no' }],
        }),
        says('A', 2, '', { file: { ...file, url_private: 'https://a.example/F1' } }),
        says('A', 3, '', { attachments: [{ fallback: 'only this' }] }),
      ]),
    );
    expectNothingLost(report);
    const messages = await at.messages();
    expect(messages[0]).toMatchObject({
      text: 'see',
      attachments: [
        {
          ...{ url: 'https://a.example/F1', title: 'Plan', text: 'plan.pdf' },
          ...{ mediaType: 'application/pdf', size: 1_234 },
        },
        { url: 'https://a.example/x', title: 'A & B', text: 'by @Person B\nState: open' },
      ],
    });
    expect(messages[1]).toMatchObject({ text: '**New**\n> **T**\n> one\n> two', attachments: [] });
    expect(messages[2]?.attachments).toHaveLength(1);
    expect(messages[3]?.text).toBe('> only this');
    expect(report.skipped).toMatchObject([{ of: 'attachments', count: 1 }]);
  });

  it('rich text is read where a line has no other', async () => {
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'by blocks ', style: { bold: true } },
              { type: 'user', user_id: 'B' },
            ],
          },
        ],
      },
    ];
    await at.import(at.hall([says('A', 0, '', { blocks }), says('A', 1, 'by text', { blocks })]));
    expect((await at.messages()).map(({ text }) => text)).toEqual([
      `**by blocks** <@${userIdOf('B')}>`,
      'by text',
    ]);
  });

  it('a text too long for one message takes several, and none of it is lost', async () => {
    const text = Array.from({ length: 9_000 }, (_, i) => `w${i}`).join(' ');
    const report = await at.import(at.hall([says('A', 0, text), says('B', 1, 'next')]));
    expectNothingLost(report);
    const messages = await at.messages();
    const pieces = messages.slice(0, -1);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.every((part) => part.text.length <= MAX_TEXT)).toBe(true);
    expect(pieces.map((part) => part.text.trim()).join(' ')).toBe(text);
    expect(messages.at(-1)?.text).toBe('next');
    expect(report.imported.messages).toBe(2);
  });

  it('members who were named are told, once and not by themselves', async () => {
    const path = at.exported({
      'users.json': [...people('A', 'B', 'C'), { id: 'GONE', name: 'gone', deleted: true }],
      'channels.json': [{ id: 'HALL', name: 'hall', members: ['A', 'B', 'GONE'] }],
      'hall/2023-11-14.json': [says('A', 0, '<@A> <@B> <@B> <@C> <@GONE> `<@B>`')],
    });
    await at.import(path);
    const [message] = await at.messages();
    const told = async (id: string) => at.rows(userScope(userIdOf(id)), 'mention');
    expect(await told('B')).toMatchObject([
      {
        ...{ id: message?.id, channelId: channelIdOf('HALL'), position: message?.position },
        ...{ authorId: userIdOf('A'), at: message?.createdAt },
      },
    ]);
    for (const id of ['A', 'C', 'GONE']) expect(await told(id)).toEqual([]);
  });
});
