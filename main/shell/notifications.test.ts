import type { Notification } from 'electron';
import { describe, expect, it } from 'vitest';
import { anId } from '../../shared/testing/office.ts';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { NativeNotice } from '../../shared/rpc/shell-api.ts';
import { Notifications } from './notifications.ts';
import { FakeNotification } from './testing/electron.ts';

const place = `/c/${anId(1)}`;
const notice = (id: string, link = place): NativeNotice => ({
  ...{ id, title: 'Budi', body: 'Halo', link, silent: false, again: false, answer: null },
});
const channelId = anId(1) as ChannelId;
const answerable: NativeNotice = {
  ...notice('1'),
  answer: { channelId, rootId: null, position: 7, reply: 'Reply', read: 'Mark as read' },
};

interface Given {
  allowed?: boolean;
  supported?: boolean;
  platform?: NodeJS.Platform;
}

function notifications({ allowed = true, supported = true, platform = 'linux' }: Given = {}) {
  const made: FakeNotification[] = [];
  const opened: string[] = [];
  const answered: unknown[] = [];
  const shown = new Notifications({
    ...{ allowed, platform, group: 'first' },
    supported: () => supported,
    make: (options) => {
      const one = new FakeNotification(options);
      made.push(one);
      return one as unknown as Notification;
    },
    onOpen: (path) => opened.push(path),
    onAnswer: (answer) => answered.push(answer),
  });
  return { answered, made, opened, shown };
}

describe('native notifications', () => {
  it('lead to their place when the person clicks', () => {
    const { made, opened, shown } = notifications();
    shown.show(notice('1'));
    expect(made[0]).toMatchObject({ shown: true, options: { title: 'Budi', body: 'Halo' } });
    made[0]?.emit('click');
    expect(opened).toEqual([place]);
  });

  it.each(['/settings', 'https://example.com', '/c/x', '//example.com', ''])(
    'do not lead to %j, whatever the page asked',
    (link) => {
      const { made, opened, shown } = notifications();
      shown.show(notice('1', link));
      made[0]?.emit('click');
      expect(opened).toEqual([]);
    },
  );

  it('take the place of an earlier one with the same id', () => {
    const { made, shown } = notifications();
    shown.show(notice('1'));
    shown.show(notice('2'));
    shown.show(notice('1'));
    expect(made.map((one) => one.shown)).toEqual([false, true, true]);
  });

  it('say something otherwise only where the person has not put it away', () => {
    const { made, shown } = notifications();
    const again = { ...notice('1'), silent: true, again: true };
    shown.show(again);
    expect(made).toEqual([]);
    shown.show(notice('1'));
    shown.show({ ...again, body: 'Halo, Ayu' });
    expect(made.map(({ options }) => options.body)).toEqual(['Halo', 'Halo, Ayu']);
    made[1]?.emit('close', { reason: 'userCanceled' });
    shown.show(again);
    expect(made).toHaveLength(2);
  });

  it('do not pile up', () => {
    const { made, shown } = notifications();
    for (let n = 0; n < 60; n++) shown.show(notice(String(n)));
    expect(made.filter((one) => one.shown)).toHaveLength(50);
  });

  it.each([{ allowed: false }, { supported: false }])('stay away where %j', (given) => {
    const { made, shown } = notifications(given);
    shown.show(notice('1'));
    expect(made).toEqual([]);
  });

  it('go when they are withdrawn: one, those that are known, or all', () => {
    const { made, shown } = notifications();
    for (const id of ['1', '2', '3']) shown.show(notice(id));
    shown.withdraw(['2', 'unknown']);
    expect(made.map((one) => one.shown)).toEqual([true, false, true]);
    shown.withdraw(null);
    expect(made.map((one) => one.shown)).toEqual([false, false, false]);
  });

  it('can still be taken out of the list into which Windows puts them after a while', () => {
    const { made, shown } = notifications({ platform: 'win32' });
    shown.show(notice('1'));
    made[0]?.emit('close', { reason: 'timedOut' });
    shown.withdraw(['1']);
    expect(made[0]?.shown).toBe(false);
  });

  it('make no sound where the core wants none', () => {
    const { made, shown } = notifications();
    shown.show({ ...notice('1'), silent: true });
    shown.show(notice('2'));
    expect(made.map(({ options }) => options.silent)).toEqual([true, false]);
  });

  it.each([
    ['darwin', { id: 'first/1', groupId: 'first' }],
    ['win32', { id: '1', groupId: 'first' }],
  ] as const)('on %s are known to the system by their conversation', (platform, options) => {
    const { made, shown } = notifications({ platform });
    shown.show(notice('1'));
    expect(made[0]?.options).toMatchObject(options);
    expect(made[0]?.options).not.toHaveProperty('hasReply');
  });

  it.each(['darwin', 'win32'] as const)('on %s are answered and read in place', (platform) => {
    const { answered, made, opened, shown } = notifications({ platform });
    shown.show(answerable);
    expect(made[0]?.options).toMatchObject({
      ...{ hasReply: true, replyPlaceholder: 'Reply' },
      actions: [{ type: 'button', text: 'Mark as read' }],
    });
    made[0]?.emit('reply', { reply: '  ' });
    expect(answered).toEqual([]);
    made[0]?.emit('reply', { reply: 'Siap' });
    shown.show(answerable);
    made[1]?.emit('action', { actionIndex: 0 });
    const to = { channelId, rootId: null, position: 7 };
    expect(answered).toEqual([
      { ...to, text: 'Siap' },
      { ...to, text: null },
    ]);
    expect(made.map((one) => one.shown)).toEqual([false, false]);
    expect(opened).toEqual([]);
  });

  it('on Linux offer nothing that its notifications cannot do', () => {
    const { made, shown } = notifications();
    shown.show(answerable);
    expect(Object.keys(made[0]?.options ?? {}).sort()).toEqual(['body', 'silent', 'title']);
  });
});
