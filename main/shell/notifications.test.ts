import type { Notification } from 'electron';
import { describe, expect, it } from 'vitest';
import { anId } from '../../shared/testing/office.ts';
import { Notifications } from './notifications.ts';
import { FakeNotification } from './testing/electron.ts';

const place = `/c/${anId(1)}`;
const notice = (id: string, link = place) => ({ id, title: 'Budi', body: 'Halo', link });

function notifications({ allowed = true, supported = true } = {}) {
  const made: FakeNotification[] = [];
  const opened: string[] = [];
  const shown = new Notifications({
    allowed,
    supported: () => supported,
    make: (options) => {
      const one = new FakeNotification(options);
      made.push(one);
      return one as unknown as Notification;
    },
    onOpen: (path) => opened.push(path),
  });
  return { made, opened, shown };
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
});
