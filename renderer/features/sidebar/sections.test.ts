import { describe, expect, it } from 'vitest';
import type { SidebarChannel } from '../../../shared/rpc/views.ts';
import { neighbour } from './neighbour.ts';
import { noneOf, sectionsOf, type Kept } from './sections.ts';

const channel = (title: string, more: Partial<SidebarChannel> = {}): SidebarChannel => ({
  id: title,
  type: 'public',
  title,
  people: [],
  presence: null,
  unread: 0,
  mentions: 0,
  starred: false,
  sectionId: null,
  muted: false,
  draft: false,
  archived: false,
  lastAt: 0,
  ...more,
});

const compare = (a: string, b: string) => a.localeCompare(b);
const sections = (
  channels: SidebarChannel[],
  open: string | null = null,
  kept: Kept | null = null,
) =>
  Object.fromEntries(
    sectionsOf(channels, open, kept, compare).map((section) => [
      section.name,
      section.channels.map((each) => each.title),
    ]),
  );

describe('the sidebar', () => {
  it('lists each conversation once: what is unread first, then starred, channels, people', () => {
    const all = sections([
      channel('unread', { unread: 2, starred: true }),
      channel('starred', { starred: true }),
      channel('plain'),
      channel('Bagas', { type: 'dm' }),
      channel('Intan, Sari', { type: 'group', unread: 1, mentions: 1 }),
    ]);
    expect(all).toEqual({
      unread: ['Intan, Sari', 'unread'],
      starred: ['starred'],
      channels: ['plain'],
      conversations: ['Bagas'],
    });
  });

  it('leaves a muted channel in its place, unless somebody is named in it', () => {
    const all = sections([
      channel('quiet', { unread: 40, muted: true }),
      channel('named', { unread: 40, mentions: 1, muted: true }),
    ]);
    expect(all).toMatchObject({ unread: ['named'], channels: ['quiet'] });
  });

  it('keeps what was unread in its place while it is read', () => {
    const all = sections([channel('a'), channel('b')], 'a', { id: 'a', named: false });
    expect(all).toMatchObject({ unread: ['a'], channels: ['b'] });
    const others = [channel('b', { unread: 1, mentions: 1 }), channel('c', { unread: 1 })];
    const named = sections([channel('d'), ...others], 'd', { id: 'd', named: true });
    expect(named).toMatchObject({ unread: ['b', 'd', 'c'] });
  });

  it('sorts channels by name and conversations by their newest message', () => {
    const all = sections([
      channel('b'),
      channel('a'),
      channel('Old', { type: 'dm', lastAt: 1 }),
      channel('New', { type: 'dm', lastAt: 2 }),
    ]);
    expect(all).toMatchObject({ channels: ['a', 'b'], conversations: ['New', 'Old'] });
  });

  it('has sections of one’s own in their order, with what is unread in its place there', () => {
    const own = [
      { id: 'p', name: 'Proyek', place: 1, collapsed: false },
      { id: 'q', name: 'Kosong', place: 2, collapsed: true },
    ];
    const all = [
      channel('b', { sectionId: 'p', unread: 2, mentions: 1 }),
      channel('a', { sectionId: 'p' }),
      channel('star', { sectionId: 'p', starred: true }),
      channel('gone', { sectionId: 'x' }),
    ];
    const listed = sectionsOf(all, null, null, compare, own);
    expect(listed.map(({ name, own: one }) => one?.name ?? name)).toEqual([
      ...['unread', 'starred', 'Proyek', 'Kosong', 'channels', 'conversations'],
    ]);
    expect(listed.map(({ channels }) => channels.map(({ title }) => title).join())).toEqual([
      ...['', 'star', 'a,b', '', 'gone', ''],
    ]);
  });

  it('knows whether there is none of a kind, wherever it may be listed', () => {
    const one = sectionsOf([channel('a', { unread: 1 })], null, null, compare);
    expect([noneOf(one, false), noneOf(one, true)]).toEqual([false, true]);
  });

  it('lists an archived channel only while it is open or unread', () => {
    const old = channel('old', { archived: true });
    expect(sections([old])).toMatchObject({ channels: [] });
    expect(sections([old], 'old')).toMatchObject({ channels: ['old'] });
    expect(sections([{ ...old, unread: 1 }])).toMatchObject({ unread: ['old'] });
  });
});

describe('stepping through the sidebar', () => {
  const order = sectionsOf(
    [channel('a'), channel('b', { unread: 1 }), channel('c'), channel('d', { unread: 1 })],
    null,
    null,
    compare,
  );

  it('goes in the order on the screen, round its ends', () => {
    // On the screen: b, d (unread), a, c.
    expect(neighbour(order, 'd', 1, false)).toBe('a');
    expect(neighbour(order, 'c', 1, false)).toBe('b');
    expect(neighbour(order, 'b', -1, false)).toBe('c');
  });

  it('goes to the next unread one only, where asked', () => {
    expect(neighbour(order, 'b', 1, true)).toBe('d');
    expect(neighbour(order, 'c', 1, true)).toBe('b');
    expect(neighbour(order, 'a', -1, true)).toBe('d');
  });

  it('begins at an end where nothing of it is open', () => {
    expect(neighbour(order, null, 1, false)).toBe('b');
    expect(neighbour(order, null, -1, false)).toBe('c');
  });

  it('stays where there is nowhere to go', () => {
    expect(neighbour([], null, 1, false)).toBeUndefined();
    const alone = sectionsOf([channel('a')], null, null, compare);
    expect(neighbour(alone, 'a', 1, false)).toBeUndefined();
    expect(neighbour(alone, null, 1, true)).toBeUndefined();
  });
});
