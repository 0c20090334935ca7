import { describe, expect, it } from 'vitest';
import { anId } from '../../shared/testing/office.ts';
import { messageLink } from '../../shared/domain/message-link.ts';
import { channelOf, deepLinkIn, isPlace, PendingPlace, readDeepLink } from './deep-links.ts';

const channel = anId(1);
const message = anId(2);

describe('deep links', () => {
  it.each([
    [`balai://open/c/${channel}`, `/c/${channel}`],
    [`balai://open/c/${channel}/m/${message}`, `/c/${channel}/m/${message}`],
    ['balai://open', '/'],
    ['balai://open/', '/'],
  ])('%s leads to %s', (link, place) => {
    expect(readDeepLink(link)).toBe(place);
    expect(isPlace(place)).toBe(true);
  });

  it.each([
    'balai://settings',
    'balai://open/settings',
    'balai://open/c/general',
    `balai://open/c/${channel}/`,
    `balai://open/c/${channel}/m/`,
    `balai://open/c/${channel}?panel=search`,
    `balai://open/c/${channel}#x`,
    `balai://open/c/${channel}/../${channel}`,
    `balai://open/c/${channel}/%6d/${message}`,
    `balai://ayu@open/c/${channel}`,
    `balai://open:80/c/${channel}`,
    `https://open/c/${channel}`,
    'balai:open',
    `balai://open/c/${channel}${' '.repeat(200)}x`,
    'not a link',
    '',
  ])('%j leads nowhere', (link) => {
    expect(readDeepLink(link)).toBeUndefined();
  });

  it('are found among a program’s arguments', () => {
    const link = `balai://open/c/${channel}`;
    expect(deepLinkIn(['balai.exe', '--flag', link])).toBe(link);
    expect(deepLinkIn(['balai.exe', '--', 'https://x', 'balai:x'])).toBeUndefined();
  });
});

describe('a place that waits for a window', () => {
  it('is shown as soon as there is one; only the last of several', () => {
    const places = new PendingPlace();
    const shown: string[] = [];
    places.go('/a');
    places.go(`/c/${channel}`);
    places.ready((place) => shown.push(place));
    places.go('/b');
    expect(shown).toEqual([`/c/${channel}`, '/b']);
  });

  it('is shown once, and waits again when the window has gone', () => {
    const places = new PendingPlace();
    const shown: string[] = [];
    const show = (place: string) => void shown.push(place);
    places.go('/a');
    places.ready(show);
    places.gone();
    places.go('/b');
    expect(shown).toEqual(['/a']);
    places.ready(show);
    places.ready(show);
    expect(shown).toEqual(['/a', '/b']);
  });
});

it('a place lies in a channel, or is the app itself', () => {
  expect(channelOf(`/c/${channel}/m/${message}`)).toBe(channel);
  expect(channelOf('/')).toBeUndefined();
});

it('a link that was copied from a message opens from outside as well', () => {
  expect(readDeepLink(messageLink(channel, message))).toBe(`/c/${channel}/m/${message}`);
});
