import { describe, expect, it } from 'vitest';
import type { SidebarChannel } from '../../../shared/rpc/views.ts';
import { newMentions } from './new-mentions.ts';

const NOW = 1_000_000;
const channel = (id: string, more: Partial<SidebarChannel>): SidebarChannel => ({
  id,
  type: 'public',
  title: id,
  people: [],
  presence: null,
  unread: 0,
  mentions: 0,
  starred: false,
  muted: false,
  draft: false,
  archived: false,
  lastAt: NOW,
  ...more,
});
const ids = (
  before: SidebarChannel[],
  after: SidebarChannel[],
  seen: string | null = null,
): string[] => newMentions(before, after, seen, NOW).map((each) => each.id);

describe('what is told', () => {
  it('is a mention that was not there before', () => {
    const before = [channel('a', { mentions: 1 }), channel('b', { mentions: 1 })];
    expect(ids(before, [channel('a', { mentions: 2 }), channel('b', { mentions: 1 })])).toEqual([
      'a',
    ]);
    expect(ids([], [channel('new', { mentions: 1 })])).toEqual(['new']);
  });

  it('is nothing that one looks at, has muted, or that came with a catch-up', () => {
    expect(ids([], [channel('a', { mentions: 1 })], 'a')).toEqual([]);
    expect(ids([], [channel('a', { mentions: 1, muted: true })])).toEqual([]);
    expect(ids([], [channel('a', { mentions: 1, lastAt: NOW - 200_000 })])).toEqual([]);
    expect(ids([], [channel('a', { unread: 5 })])).toEqual([]);
  });
});
