import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelRemove } from '../../../../shared/commands/channel-remove.ts';
import type { AnySpec } from '../../../../shared/commands/command.ts';
import { conversationId } from '../../../../shared/domain/conversation.ts';
import type { ChannelId, UserId } from '../../../../shared/domain/ids.ts';
import { MAX_TEXT } from '../../../../shared/domain/kinds/message.ts';
import { kinds } from '../../../../shared/domain/registry.ts';
import { channelScope, orgScope, userScope } from '../../../../shared/domain/scope.ts';
import { StoreUnavailable, type Store } from '../../../store/port.ts';
import { channelIdOf, messageIdOf, opIdOf, userIdOf } from './ids.ts';
import { importSlack } from './import-slack.ts';
import { parts, type ImportReport } from './tally.ts';
import { NOW, people, says, ts, Workplace } from './testing/exported.ts';

const demo = fileURLToPath(new URL('../../../../demo/nusa-mandiri', import.meta.url));

let at: Workplace;
beforeEach(async () => {
  at = await Workplace.open();
});
afterEach(() => at.close());

/** Every line that was read became something, or was left out for a reason that is told. */
function expectNothingLost(report: ImportReport): void {
  for (const part of parts) {
    const skipped = report.skipped.filter(({ of }) => of === part);
    const sum =
      report.imported[part] +
      report.already[part] +
      skipped.reduce((total, { count }) => total + count, 0);
    expect({ part, sum }).toEqual({ part, sum: report.read[part] });
  }
}

async function expectRowsValid(): Promise<void> {
  for (const { row } of await at.everything()) {
    const parsed = kinds[row.kind].schema.safeParse(row);
    expect(parsed.error?.issues ?? []).toEqual([]);
  }
}

describe('order and places', () => {
  it('S5: messages stand in the order of their times, whatever files they were in', async () => {
    const path = at.hall([says('A', 50, 'third'), says('B', 10, 'first')], {
      'hall/2023-11-13.json': [says('A', 60, 'fourth'), says('C', 20, 'second')],
      'hall/2023-11-15.json': [says('A', 90_000, 'last')],
    });
    await at.import(path);
    const messages = await at.messages();
    expect(messages.map(({ text }) => text)).toEqual([
      ...['first', 'second', 'third', 'fourth', 'last'],
    ]);
    expect(messages.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5]);
    expect(messages.map(({ createdAt }) => createdAt)).toEqual(
      [10, 20, 50, 60, 90_000].map((second) => (1_700_000_000 + second) * 1_000),
    );
  });

  it('public channels are in the list of all, others are only known to their members', async () => {
    const path = at.exported({
      'users.json': people('A', 'B', 'C'),
      'channels.json': [{ id: 'C1', name: 'Hall', members: ['A', 'B'], creator: 'A' }],
      'groups.json': [{ id: 'G1', name: 'board', members: ['A'], is_archived: true }],
      'board/2023-11-14.json': [says('A', 0, 'secret')],
    });
    const report = await at.import(path);
    expectNothingLost(report);
    expect((await at.rows(orgScope, 'channel')).map(({ name }) => name)).toEqual(['hall']);
    const board = channelIdOf('G1');
    const [channel] = await at.rows(channelScope(board), 'channel');
    expect(channel).toMatchObject({ type: 'private', name: 'board' });
    expect(channel?.archivedAt).toBe(1_700_000_000_000);
    const members = await at.rows(channelScope(channelIdOf('C1')), 'member');
    expect(new Map(members.map(({ id, role }) => [id, role]))).toEqual(
      new Map([
        [userIdOf('A'), 'owner'],
        [userIdOf('B'), 'member'],
      ]),
    );
    expect(await at.store.scopesOf(userIdOf('C'))).not.toContain(channelScope(board));
  });

  it('direct messages and groups are the conversations that the same people would open here', async () => {
    const path = at.exported({
      'users.json': people('A', 'B', 'C', 'D'),
      'dms.json': [
        { id: 'D1', members: ['A', 'B'], created: 1_600_000_000 },
        { id: 'D2', members: ['A', 'A'] },
      ],
      'mpims.json': [{ id: 'G1', name: 'mpdm-a--b--c-1', members: ['C', 'A', 'B'] }],
      'D1/2023-11-14.json': [says('A', 0, 'two')],
      'D2/2023-11-14.json': [says('A', 0, 'notes')],
      'mpdm-a--b--c-1/2023-11-14.json': [says('B', 0, 'three')],
    });
    const report = await at.import(path);
    expectNothingLost(report);
    expect(report.imported.conversations).toBe(3);
    const [a, b, c] = ['A', 'B', 'C'].map(userIdOf) as [UserId, UserId, UserId];
    for (const [who, text, type] of [
      [[a, b], 'two', 'dm'],
      [[a], 'notes', 'dm'],
      [[a, b, c], 'three', 'group'],
    ] as const) {
      const id = conversationId(who);
      expect((await at.messagesIn(id)).map((one) => one.text)).toEqual([text]);
      const [channel] = await at.rows(channelScope(id), 'channel');
      expect(channel).toMatchObject({ type, name: '', people: who.toSorted() });
      expect(await at.rows(channelScope(id), 'member')).toHaveLength(who.length);
    }
  });

  it('two conversations of the same people become one, in the order of time', async () => {
    const path = at.exported({
      'users.json': people('A', 'B', 'C'),
      'mpims.json': [
        { id: 'G1', name: 'one', members: ['A', 'B', 'C'] },
        { id: 'G2', name: 'two', members: ['B', 'C', 'A'] },
      ],
      'one/2023-11-14.json': [says('A', 0, 'a'), says('A', 20, 'c')],
      'two/2023-11-14.json': [says('B', 10, 'b'), says('B', 20, 'd')],
    });
    const report = await at.import(path);
    expectNothingLost(report);
    const id = conversationId(['A', 'B', 'C'].map(userIdOf));
    expect((await at.messagesIn(id)).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('without a list of members they are those who wrote or came, and did not leave', async () => {
    const join = (user: string, second: number) =>
      says(user, second, '', { subtype: 'channel_join' });
    const leave = (user: string, second: number) =>
      says(user, second, '', { subtype: 'channel_leave' });
    const path = at.hall([
      ...[join('A', 0), join('B', 1), says('B', 2, 'hi'), leave('B', 3)],
      ...[join('C', 4), leave('C', 5), join('C', 6)],
      { type: 'message', subtype: 'bot_message', bot_id: 'BOT', text: 'beep', ts: ts(7) },
    ]);
    await at.import(path);
    const members = await at.rows(channelScope(channelIdOf('HALL')), 'member');
    expect(new Map(members.map(({ id, joinedAt }) => [id, joinedAt]))).toEqual(
      new Map([
        [userIdOf('A'), 1_700_000_000_000],
        [userIdOf('C'), 1_700_000_006_000],
      ]),
    );
  });

  it('everything imported is read to everybody', async () => {
    const path = at.hall([says('A', 0, 'one'), says('B', 1, 'two'), says('A', 2, '<@B>')]);
    await at.import(path);
    const id = channelIdOf('HALL');
    const [head] = await at.store.heads([channelScope(id)]);
    for (const user of ['A', 'B']) {
      const [marker] = await at.rows(userScope(userIdOf(user)), 'marker');
      expect(marker).toMatchObject({ id, ordinal: head?.count });
      const last = (await at.messages()).at(-1);
      expect(marker?.position).toBeGreaterThanOrEqual(last?.position ?? 0);
    }
  });
});

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

describe('people', () => {
  it('keep their titles, zones and states; who left is closed', async () => {
    const path = at.exported({
      'users.json': [
        {
          ...{ id: 'A', name: 'ayu.k', real_name: 'Ayu', tz: 'Asia/Makassar' },
          profile: {
            ...{ real_name: 'Ayu Kartika', display_name: 'ayu', title: 'Legal' },
            ...{ status_emoji: ':palm_tree:', status_text: 'Libur', status_expiration: 0 },
          },
        },
        { id: 'B', name: 'Büdi Ω', deleted: true, updated: 1_650_000_000 },
        { id: 'C', name: 'ayu.k' },
      ],
      'channels.json': [],
    });
    await at.import(path);
    const users = await at.rows(orgScope, 'user');
    const named = (id: string) => users.find((user) => user.id === userIdOf(id));
    expect(named('A')).toMatchObject({
      ...{ name: 'ayu.k', displayName: 'Ayu Kartika', title: 'Legal', role: 'member' },
      ...{ timeZone: 'Asia/Makassar', status: { emoji: '🌴', text: 'Libur', until: null } },
      ...{ disabledAt: null, bot: false },
    });
    expect(named('B')).toMatchObject({ name: 'budi', disabledAt: 1_650_000_000_000 });
    expect(named('C')).toMatchObject({ name: 'ayu.k-2' });
  });

  const owners = [
    { id: 'A', name: 'a', is_owner: true, is_admin: true },
    { id: 'B', name: 'b', is_admin: true },
    { id: 'C', name: 'c' },
  ];
  it.each([
    [false, ['member', 'member', 'member']],
    [true, ['owner', 'admin', 'member']],
  ])('powers come along only when that is asked for (%s)', async (keepRoles, expected) => {
    const path = at.exported({ 'users.json': owners, 'channels.json': [] });
    await at.import(path, { keepRoles });
    const users = await at.rows(orgScope, 'user');
    const role = (id: string) => users.find((user) => user.id === userIdOf(id))?.role;
    expect(['A', 'B', 'C'].map(role)).toEqual(expected);
  });

  it('whoever has the name already is that person, only when that is asked for', async () => {
    const first = at.exported({ 'users.json': [{ id: 'X', name: 'a' }], 'channels.json': [] }, 'x');
    await at.import(first);
    const report = await at.import(at.hall([says('A', 0, 'hi')]), { mergeNames: true });
    expectNothingLost(report);
    expect(report.already.users).toBe(1);
    expect((await at.messages())[0]?.authorId).toBe(userIdOf('X'));
    expect(await at.rows(orgScope, 'user')).toHaveLength(3);
    expect(await at.rows(userScope(userIdOf('X')), 'membership')).toHaveLength(1);
  });
});

describe('lines that are no messages', () => {
  it('are counted with a reason, and none is lost', async () => {
    const path = at.hall(
      [
        says('A', 0, 'fine'),
        says('A', 0, 'fine', { reactions: [{ name: '+1', users: ['B'], count: 1 }] }),
        'text' as unknown as object,
        { type: 'message', text: 'when?' },
        says('A', 1, 'x', { ts: 'yesterday' }),
        says('A', 2, '', { reactions: [{ name: '+1', users: ['B'], count: 1 }] }),
        says('A', 3, '', { subtype: 'message_changed', message: {} }),
        says('A', 4, 'x', { subtype: 'something_new' }),
        { type: 'file_created', ts: ts(5) },
        says('A', 6, 'pinned', { pinned_to: ['HALL'] }),
      ],
      {
        'gone/2023-11-14.json': [says('A', 0, 'nowhere'), says('A', 1, 'nowhere')],
        'integration_logs.json': [{}, {}, {}],
        'canvases.json': [],
        'files/F1/plan.pdf': 'bytes',
        '.DS_Store': 'x',
      },
    );
    const report = await at.import(path);
    expectNothingLost(report);
    expect(report.imported.messages).toBe(3);
    const reasons = new Map(report.skipped.map(({ reason, count }) => [reason, count]));
    expect(reasons).toEqual(
      new Map([
        ['the same line twice', 1],
        ['to a line that is left out: the same line twice', 1],
        ['not a message', 1],
        ['without a time', 2],
        ['nothing in it', 1],
        ['to a message with nothing in it', 1],
        ['about a change to another line, which the export has as it is now', 1],
        ['not a message: file_created', 1],
        ['that a message was pinned', 1],
        ['in a folder that no list of channels names', 2],
        ['a line of the log of apps', 3],
        ['a file of another sort', 2],
      ]),
    );
    await expectRowsValid();
  });
});

describe('running it again', () => {
  const office = () =>
    at.hall(
      Array.from({ length: 1_500 }, (_, i) =>
        says(['A', 'B', 'C'][i % 3] ?? 'A', i, `m${i} <@A>`, {
          ...(i % 7 === 6 ? { thread_ts: ts(i - 6) } : {}),
          ...(i % 5 === 0 ? { reactions: [{ name: 'eyes', users: ['C'], count: 1 }] } : {}),
        }),
      ),
    );

  it('adds nothing', async () => {
    const path = office();
    const first = await at.import(path);
    const before = await at.everything();
    const second = await at.import(path);
    expect(second.imported).toEqual(Object.fromEntries(parts.map((part) => [part, 0])));
    expect(second.already).toEqual(first.imported);
    expectNothingLost(second);
    expect(await at.everything()).toEqual(before);
  });

  it('S1: goes on where it was cut off, and ends as if it had not been', async () => {
    const path = office();
    const other = await Workplace.open();
    await other.import(path);
    const whole = await other.everything();
    await other.close();
    let commits = 0;
    const failing: Store = {
      ...at.store,
      commit: (group, now) => {
        commits += 1;
        if (commits === 3) throw new StoreUnavailable('the disk is full');
        return at.store.commit(group, now);
      },
    };
    await expect(importSlack(failing, path, {}, NOW)).rejects.toThrow(StoreUnavailable);
    expect((await at.messages()).length).toBeGreaterThan(0);
    expect((await at.messages()).length).toBeLessThan(1_500);
    const report = await at.import(path);
    expectNothingLost(report);
    expect(report.already.messages).toBeGreaterThan(0);
    expect(await at.everything()).toEqual(whole);
  });

  it('a later export adds what is new and leaves the rest as it is', async () => {
    await at.import(at.hall([says('A', 0, 'one'), says('B', 1, 'two')]));
    const path = at.hall([
      says('A', 0, 'one, changed since'),
      says('B', 1, 'two'),
      says('A', 2, 'three', { thread_ts: ts(0) }),
    ]);
    const report = await at.import(path);
    expectNothingLost(report);
    expect(report).toMatchObject({ imported: { messages: 1 }, already: { messages: 2 } });
    const messages = await at.messages();
    expect(messages.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(messages[2]?.rootId).toBe(messages[0]?.id);
  });

  it('S11: lets nobody back in who was removed since', async () => {
    await at.import(at.hall([says('A', 0, 'one'), says('B', 1, 'two')]));
    const id = channelIdOf('HALL');
    const scopes = () => at.store.scopesOf(userIdOf('B'));
    expect(await scopes()).toContain(channelScope(id));
    await at.store.commit(
      [
        {
          op: opIdOf('test', 'remove'),
          actor: { userId: userIdOf('A'), role: 'owner' },
          spec: channelRemove as unknown as AnySpec,
          args: { channelId: id, userId: userIdOf('B') } as never,
        },
      ],
      NOW,
    );
    expect(await scopes()).not.toContain(channelScope(id));
    await at.import(at.hall([says('A', 0, 'one'), says('B', 1, 'two'), says('B', 2, 'more')]));
    expect(await scopes()).not.toContain(channelScope(id));
  });
});

describe('real exports', () => {
  it('the sample archive arrives whole', async () => {
    const path = fileURLToPath(new URL('fixtures/testarchive.zip', import.meta.url));
    const report = await at.import(path);
    expectNothingLost(report);
    expect(report.read).toEqual({
      ...{ users: 4, channels: 2, conversations: 0, messages: 158 },
      ...{ reactions: 1, attachments: 106, other: 30 },
    });
    expect(report.skipped).toMatchObject([{ reason: 'a line of the log of apps', count: 30 }]);
    const everything = await at.everything();
    const count = (kind: string): number =>
      everything.filter(({ row }) => row.kind === kind).length;
    expect(count('message')).toBe(158);
    expect(count('reaction')).toBe(1);
    expect(count('channel')).toBe(2);
    await expectRowsValid();
  });

  it('the demo arrives whole: only pins have no place here', async () => {
    const report = await at.import(demo, { shiftToNow: true, keepRoles: true });
    expectNothingLost(report);
    expect(report.read.messages).toBeGreaterThan(1_000);
    expect(new Set(report.skipped.map(({ reason }) => reason))).toEqual(
      new Set(['that a message was pinned']),
    );
    expect(report.changed).toEqual([]);
    await expectRowsValid();
  });

  it('a demo ends just before now, each message at its own hour', async () => {
    const day = 86_400_000;
    const report = await at.import(at.hall([says('A', 0, 'x'), says('A', 100_000, 'y')]), {
      shiftToNow: true,
    });
    expect(report.shift % day).toBe(0);
    const [first, last] = await at.messages();
    expect(last!.createdAt).toBeLessThanOrEqual(NOW);
    expect(last!.createdAt).toBeGreaterThan(NOW - day);
    expect(last!.createdAt - first!.createdAt).toBe(100_000_000);
    expect((last!.createdAt - 1_700_100_000_000) % day).toBe(0);
  });

  it('a channel has its name here, or one with a number behind it', async () => {
    const other = at.exported(
      { 'users.json': people('A'), 'channels.json': [{ id: 'OTHER', name: 'hall' }] },
      'other',
    );
    await at.import(other);
    const report = await at.import(at.hall([says('A', 0, 'x')]));
    expect(report.changed).toMatchObject([{ of: 'channels', examples: ['hall: hall-2'] }]);
    const channels = await at.rows(orgScope, 'channel');
    const name = (id: ChannelId) => channels.find((channel) => channel.id === id)?.name;
    expect(name(channelIdOf('OTHER'))).toBe('hall');
    expect(name(channelIdOf('HALL'))).toBe('hall-2');
  });
});
