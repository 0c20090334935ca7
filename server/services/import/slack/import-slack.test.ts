import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../../shared/domain/ids.ts';
import { orgScope, userScope } from '../../../../shared/domain/scope.ts';
import { channelIdOf, userIdOf } from './ids.ts';
import { NOW, people, says, ts, Workplace } from './testing/exported.ts';
import { expectNothingLost, expectRowsValid } from './testing/whole.ts';

const demo = fileURLToPath(new URL('../../../../demo/nusa-mandiri', import.meta.url));

let at: Workplace;
beforeEach(async () => {
  at = await Workplace.open();
});
afterEach(() => at.close());

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
    await expectRowsValid(at);
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
    await expectRowsValid(at);
  });

  it('the demo arrives whole: only pins have no place here', async () => {
    const report = await at.import(demo, { shiftToNow: true, keepRoles: true });
    expectNothingLost(report);
    expect(report.read.messages).toBeGreaterThan(1_000);
    expect(new Set(report.skipped.map(({ reason }) => reason))).toEqual(
      new Set(['that a message was pinned']),
    );
    expect(report.changed).toEqual([]);
    await expectRowsValid(at);
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
