import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversationId } from '../../../../shared/domain/conversation.ts';
import type { UserId } from '../../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../../../../shared/domain/scope.ts';
import { channelIdOf, userIdOf } from './ids.ts';
import { people, says, ts, Workplace } from './testing/exported.ts';
import { expectNothingLost } from './testing/whole.ts';

let at: Workplace;
beforeEach(async () => {
  at = await Workplace.open();
});
afterEach(() => at.close());

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
