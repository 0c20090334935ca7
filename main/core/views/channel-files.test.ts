import { describe, expect, it } from 'vitest';
import { CHANNEL, testFiles } from '../testing/files.ts';
import { channelFiles } from './channel-files.ts';
import type { People } from './people.ts';

const people = { views: () => ({}) } as unknown as People;
const file = (n: number): string => `01990000-0000-7000-8000-0000000001${n}0`;

function listed(on: ReturnType<typeof testFiles>, change: object = {}) {
  const asked = { channelId: CHANNEL, type: null, before: null, limit: 10, ...change };
  return channelFiles({ cache: on.opened.cache, people }, asked);
}

describe('the files of a channel', () => {
  it('stand newest first, a page at a time, and those that were deleted do not', () => {
    const on = testFiles();
    for (const n of [2, 1, 4, 3]) on.told(file(n), { name: `${n}.png` });
    on.gone(file(3));
    expect(listed(on).files.map(({ name }) => name)).toEqual(['4.png', '2.png', '1.png']);
    const first = listed(on, { limit: 2 });
    expect(first.more).toBe(true);
    const next = listed(on, { limit: 2, before: first.files.at(-1)?.id });
    expect(next.files.map(({ name }) => name)).toEqual(['1.png']);
    expect(next.more).toBe(false);
  });

  it('can be narrowed to a kind', () => {
    const on = testFiles();
    on.told(file(1), { mediaType: 'application/pdf' });
    on.told(file(2), { mediaType: 'image/jpeg' });
    expect(listed(on, { type: 'document' }).files.map(({ id }) => id)).toEqual([file(1)]);
    expect(listed(on, { type: 'media' })).toMatchObject({ files: [], more: false });
  });

  it('are those that somebody attached, and no pictures of pages', () => {
    const on = testFiles();
    on.told(file(1), {});
    on.told(file(2), { ofPage: true });
    expect(listed(on).files.map(({ id }) => id)).toEqual([file(1)]);
  });

  it('S6: says when a part of the past is not here', () => {
    const on = testFiles();
    on.told(file(1), {});
    expect(listed(on).complete).toBe(true);
    const { cache } = on.opened;
    cache.transaction(() => {
      cache.scopes.heard(`channel:${CHANNEL}`, 900, 0);
      cache.scopes.cover(`channel:${CHANNEL}`, 800, 900);
    });
    expect(listed(on).complete).toBe(false);
  });
});
