import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { HoleView, MessagePage } from '../../../shared/rpc/views.ts';
import { anId } from '../../../shared/testing/office.ts';
import { messageRow } from '../../../shared/testing/rows.ts';
import { testCache } from '../testing/cache.ts';
import { TestViews } from '../testing/views.ts';

const channel = anId(1) as ChannelId;
const scope = channelScope(channel);

/** A channel of a hundred messages at positions 10, 20, ... of which these are here, with these holes. */
function partial(here: readonly number[], holes: readonly (readonly [number, number])[]) {
  const { cache, clock } = testCache();
  cache.transaction(() => {
    for (const n of here) {
      cache.rows.apply(scope, messageRow(anId(0x100 + n), n * 10, { ordinal: n, text: `m${n}` }));
    }
    cache.scopes.heard(scope, 1_000, 100);
    let covered = 0;
    for (const [low, high] of holes) {
      cache.scopes.cover(scope, covered, low);
      covered = high;
    }
    cache.scopes.cover(scope, covered, 1_000);
  });
  const views = new TestViews(cache, clock);
  const page = (at: Parameters<typeof views.messages.page>[1], limit = 10): MessagePage =>
    views.messages.page(channel, at, limit);
  return { cache, views, page };
}

const numbers = (page: MessagePage): number[] => page.messages.map(({ ordinal }) => ordinal);
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const places = (holes: readonly HoleView[]) =>
  holes.map(({ after, before, missing }) => [after, before, missing]);

describe('a page', () => {
  it('the newest, ascending, at most so many', () => {
    const { page } = partial(range(1, 100), []);
    const newest = page({ from: 'newest' });
    expect(numbers(newest)).toEqual(range(91, 100));
    expect(newest).toMatchObject({ atNewest: true, atOldest: false, holes: [] });
  });

  it('before and after a position, without it', () => {
    const { page } = partial(range(1, 100), []);
    expect(numbers(page({ from: 'before', position: 500 }))).toEqual(range(40, 49));
    expect(numbers(page({ from: 'after', position: 500 }))).toEqual(range(51, 60));
    expect(page({ from: 'before', position: 60 })).toMatchObject({ atOldest: true });
    expect(page({ from: 'after', position: 950 })).toMatchObject({ atNewest: true });
    expect(page({ from: 'after', position: 500 })).toMatchObject({ atNewest: false });
  });

  it('the same window again, with both bounds', () => {
    const { page } = partial(range(1, 100), []);
    const window = page({ from: 'window', first: 300, last: 400 }, 50);
    expect(numbers(window)).toEqual(range(30, 40));
    expect(window).toMatchObject({ atNewest: false, atOldest: false });
  });

  it('around a message, which is in it; the newest for one that is not here', () => {
    const { page } = partial(range(1, 100), []);
    const around = numbers(page({ from: 'message', messageId: anId(0x100 + 50) }));
    expect(around).toHaveLength(10);
    expect(around).toContain(50);
    expect(around.indexOf(50)).toBeGreaterThan(2);
    expect(numbers(page({ from: 'message', messageId: anId(0x999) }))).toEqual(range(91, 100));
  });

  it('around a message near an end still has its full length', () => {
    const { page } = partial(range(1, 100), []);
    expect(numbers(page({ from: 'message', messageId: anId(0x100 + 99) }))).toEqual(range(91, 100));
    expect(numbers(page({ from: 'message', messageId: anId(0x100 + 2) }))).toHaveLength(7);
  });

  it('of an empty channel says that it is whole', () => {
    const { cache, clock } = testCache();
    const views = new TestViews(cache, clock);
    expect(views.messages.page(channel, { from: 'newest' }, 10)).toMatchObject({
      ...{ messages: [], holes: [], atOldest: true, atNewest: true, unreadAfter: null },
    });
  });

  it('replies are not in it unless they were broadcast', () => {
    const { cache, page } = partial(range(1, 3), []);
    const rootId = anId(0x101);
    cache.rows.apply(scope, messageRow(anId(0x201), 31, { rootId, text: 'hidden' }));
    cache.rows.apply(
      scope,
      messageRow(anId(0x202), 32, { rootId, broadcast: true, text: 'shown' }),
    );
    expect(page({ from: 'newest' }).messages.map(({ text }) => text)).toEqual([
      ...['m1', 'm2', 'm3', 'shown'],
    ]);
  });
});

describe('S6: holes', () => {
  const here = [...range(1, 5), ...range(40, 50), ...range(90, 100)];
  const holes = [
    [50, 395],
    [500, 895],
  ] as const;

  it('within a page are drawn where they are, with how many are missing', () => {
    const { page } = partial(here, holes);
    const all = page({ from: 'newest' }, 100);
    expect(numbers(all)).toEqual(here);
    expect(places(all.holes)).toEqual([
      [50, 400, 34],
      [500, 900, 39],
    ]);
    expect(all).toMatchObject({ atOldest: true, atNewest: true });
  });

  it('at the upper and lower end of a page are drawn too', () => {
    const { page } = partial(here, holes);
    const window = page({ from: 'window', first: 400, last: 500 }, 50);
    expect(places(window.holes)).toEqual([
      [50, 400, 34],
      [500, 900, 39],
    ]);
    expect(window).toMatchObject({ atOldest: false, atNewest: false });
    expect(page({ from: 'newest' }, 5).holes).toEqual([]);
  });

  it('at the very beginning keep the page from being the oldest', () => {
    const { page } = partial(range(90, 100), [[0, 895]]);
    const all = page({ from: 'newest' }, 100);
    expect(places(all.holes)).toEqual([[0, 900, 89]]);
    expect(all.atOldest).toBe(false);
  });

  it('at the very end keep the page from being the newest', () => {
    const { cache, page } = partial(range(90, 100), [[0, 895]]);
    cache.scopes.heard(scope, 1_050, 104);
    const newest = page({ from: 'newest' });
    expect(places(newest.holes)).toEqual([[1_000, 1_051, 4]]);
    expect(newest).toMatchObject({ atNewest: false, lastHere: true });
  });

  it('a page before the first message that is here lies in the hole before it', () => {
    const { page } = partial(range(90, 100), [[0, 895]]);
    const before = page({ from: 'before', position: 900 });
    expect(before.messages).toEqual([]);
    expect(places(before.holes)).toEqual([[0, 900, 89]]);
    expect(before).toMatchObject({ atOldest: false, atNewest: false });
  });

  it('a page after the last message that is here lies in the hole after it', () => {
    const { cache, page } = partial(range(90, 100), [[0, 895]]);
    cache.scopes.heard(scope, 1_050, 104);
    const after = page({ from: 'after', position: 1_000 });
    expect(places(after.holes)).toEqual([[1_000, 1_051, 4]]);
    expect(after).toMatchObject({ atOldest: false, atNewest: false });
  });

  it('a page before the first message of a channel that is whole is its beginning', () => {
    const { page } = partial(range(1, 100), []);
    const before = page({ from: 'before', position: 10 });
    expect(before).toMatchObject({ messages: [], holes: [], atOldest: true, atNewest: false });
  });

  it('a window with nothing in it lies between its neighbours', () => {
    const { page } = partial(here, holes);
    const window = page({ from: 'window', first: 100, last: 300 });
    expect(places(window.holes)).toEqual([[50, 400, 34]]);
    expect(window).toMatchObject({ messages: [], atOldest: false, atNewest: false });
  });

  it('one message alone in a hole has a hole on either side', () => {
    const { page } = partial([...range(1, 5), 20, ...range(40, 100)], [[50, 395]]);
    const all = page({ from: 'newest' }, 100);
    expect(places(all.holes)).toEqual([
      [50, 200, 14],
      [200, 400, 19],
    ]);
  });

  it('an island that was fetched for a reader is drawn as one piece', () => {
    const { cache, page } = partial(
      [...range(1, 5), ...range(20, 25), ...range(40, 100)],
      [[50, 395]],
    );
    cache.scopes.addIsland(scope, 200, 250);
    expect(places(page({ from: 'newest' }, 100).holes)).toEqual([
      [50, 200, 14],
      [250, 400, 14],
    ]);
  });

  it('tell how far their filling has come', () => {
    const { views, page } = partial(range(90, 100), [[0, 895]]);
    expect(page({ from: 'newest' }, 100).holes[0]?.progress).toBeNull();
    views.progress = 0.25;
    expect(page({ from: 'newest' }, 100).holes[0]?.progress).toBe(0.25);
  });
});
