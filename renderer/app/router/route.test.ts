import { describe, expect, it } from 'vitest';
import { readRoute, writeRoute, type Route } from './route.ts';

const CHANNEL = '0190a1b2-0000-7000-8000-0000000000c1';
const MESSAGE = '0190a1b2-0000-7000-8000-0000000000a1';
const channel = { at: 'channel', channelId: CHANNEL, messageId: null } as const;

describe('the address', () => {
  it.each<[string, Route]>([
    ['#/', { place: { at: 'home' }, panel: null }],
    ['#/browse', { place: { at: 'browse' }, panel: null }],
    ['#/people', { place: { at: 'people' }, panel: null }],
    ['#/new', { place: { at: 'new' }, panel: null }],
    ['#/settings', { place: { at: 'settings' }, panel: null }],
    ['#/admin', { place: { at: 'admin' }, panel: null }],
    [`#/c/${CHANNEL}`, { place: channel, panel: null }],
    [`#/c/${CHANNEL}/m/${MESSAGE}`, { place: { ...channel, messageId: MESSAGE }, panel: null }],
    [
      `#/c/${CHANNEL}?panel=thread:${MESSAGE}`,
      { place: channel, panel: { show: 'thread', rootId: MESSAGE } },
    ],
    [
      `#/people?panel=profile:${MESSAGE}`,
      { place: { at: 'people' }, panel: { show: 'profile', userId: MESSAGE } },
    ],
    [
      `#/c/${CHANNEL}?panel=group:${MESSAGE}`,
      { place: channel, panel: { show: 'group', groupId: MESSAGE } },
    ],
    [`#/c/${CHANNEL}?panel=details`, { place: channel, panel: { show: 'details' } }],
    [`#/c/${CHANNEL}?panel=members`, { place: channel, panel: { show: 'members' } }],
    [
      '#/?panel=search',
      { place: { at: 'home' }, panel: { show: 'search', here: false, query: '' } },
    ],
    [
      `#/c/${CHANNEL}?panel=search:here&q=a%20%26%20b`,
      { place: channel, panel: { show: 'search', here: true, query: 'a & b' } },
    ],
  ])('%s is read and written the same', (address, route) => {
    expect(readRoute(address)).toEqual(route);
    expect(writeRoute(route)).toBe(address);
  });

  it.each(['', '#', '#/nonsense', '#/c/../../etc', '#/c/short', '#//evil.example'])(
    '%s is home',
    (address) => expect(readRoute(address).place).toEqual({ at: 'home' }),
  );

  it('leaves out a panel that it does not know', () => {
    expect(readRoute(`#/c/${CHANNEL}?panel=thread:x`)).toEqual({ place: channel, panel: null });
    expect(readRoute('#/?panel=admin').panel).toBeNull();
  });
});
