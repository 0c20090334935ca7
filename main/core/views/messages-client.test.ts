import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import type { MessagePage } from '../../../shared/rpc/views.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow } from '../../../shared/testing/rows.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** A client that holds a channel of ten messages and has no line. */
async function offline(count = 10) {
  const relay = new FakeRelay();
  const made = relay.channel();
  const said = range(1, count).map((n) => relay.say('budi', made, `m${n}`));
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const views = new TestViews(client.cache, client.clock);
  const say = (text: string, rootId: MessageId | null = null): MessageId => {
    const args = { channelId: made, rootId, broadcast: false, text, attachments: [] };
    return client.write('message.send', args) as string as MessageId;
  };
  return { relay, client, cache: client.cache, views, channel: made, said, say };
}

describe('S5: what is not sent', () => {
  it('stands after all others in the order of writing, refused or not', async () => {
    const { client, cache, views, channel: id, say } = await offline();
    const [a, b, c] = ['a', 'b', 'c'].map((text) => say(text));
    cache.transaction(() => cache.outbox.refused(b as string as never, { code: 'archived' }));
    cache.overlay.invalidate();
    const page = views.messages.page(id, { from: 'newest' }, 4);
    expect(page.messages.map(({ text }) => text)).toEqual(['m7', 'm8', 'm9', 'm10', 'a', 'b', 'c']);
    const own = page.messages.slice(-3);
    expect(own.map(({ state }) => state)).toEqual(['waiting', 'refused', 'waiting']);
    expect(own.map((one) => one.id)).toEqual([a, b, c]);
    expect(own[1]?.refused).toMatchObject({ op: b, code: 'archived' });
    expect(own.every(({ position }) => position >= FIRST_UNSENT)).toBe(true);
    expect(own.map(({ position }) => position)).toEqual(
      own.map(({ position }) => position).toSorted((x, y) => x - y),
    );
    client.drop();
  });

  it('stands in the hole of its place once it was acknowledged, however late its row comes', async () => {
    const { cache, views, channel: id, say } = await offline();
    const here = channelScope(id);
    const [a, b] = ['a', 'b', 'c'].map((text) => say(text));
    const head = cache.scopes.find(here)!.head;
    cache.transaction(() => {
      // The line broke behind two acknowledgements; the newest page came back before the rows.
      cache.outbox.acked(a as never, { [here]: head + 2 });
      cache.outbox.acked(b as never, { [here]: head + 4 });
      cache.rows.apply(here, messageRow(anId(0x777), head + 9, { ordinal: 13, text: 'later' }));
      cache.scopes.heard(here, head + 9, 13);
      cache.scopes.cover(here, head + 8, head + 9);
    });
    cache.overlay.invalidate();
    const page = (at: Parameters<typeof views.messages.page>[1], limit: number) =>
      views.messages.page(id, at, limit).messages.map(({ text }) => text);
    expect(page({ from: 'newest' }, 3)).toEqual(['m9', 'm10', 'a', 'b', 'later', 'c']);
    expect(page({ from: 'newest' }, 1)).toEqual(['later', 'c']);
    const before = { from: 'before', position: head + 9 } as const;
    expect(page(before, 2)).toEqual(['m9', 'm10', 'a', 'b']);
    const [, , first] = views.messages.page(id, { from: 'newest' }, 3).messages;
    expect(first).toMatchObject({ text: 'a', position: head + 2, state: 'sent' });
    // S6: what is not here may stand on either side of it, and is told on both.
    const parted = views.messages.page(id, { from: 'newest' }, 3).holes;
    expect(parted.map((hole) => [hole.after, hole.before, hole.missing])).toEqual([
      [head, head + 2, null],
      [head + 2, head + 4, null],
      [head + 4, head + 9, null],
    ]);
    // A reader who goes up from what stands in a hole comes to its end.
    expect(page({ from: 'before', position: head + 4 }, 2)).toEqual(['m9', 'm10', 'a']);
    expect(page({ from: 'before', position: head + 2 }, 2)).toEqual(['m9', 'm10']);
    expect(page({ from: 'after', position: head + 2 }, 2)).toEqual(['b', 'later', 'c']);
  });

  it('is on the newest page only', async () => {
    const { views, channel: id, said, say, cache } = await offline();
    say('a');
    const { position } = cache.rows.message(said[5]!)!;
    const texts = (page: MessagePage) => page.messages.map(({ text }) => text);
    expect(texts(views.messages.page(id, { from: 'before', position }, 50))).not.toContain('a');
    expect(texts(views.messages.page(id, { from: 'after', position }, 50))).toContain('a');
    expect(texts(views.messages.page(id, { from: 'after', position }, 2))).not.toContain('a');
  });

  it('is after a hole at the end as well: nothing newer is known to stand after it', async () => {
    const { views, channel: id, say, cache } = await offline();
    say('a');
    cache.scopes.heard(channelScope(id), 500, 99);
    const page = views.messages.page(id, { from: 'newest' }, 50);
    expect(page.messages.at(-1)?.text).toBe('a');
    expect(page.holes).toHaveLength(1);
    expect(page.atNewest).toBe(false);
  });

  it('an unsent reply is in its thread, and not in the channel', async () => {
    const { views, channel: id, said, say } = await offline();
    say('reply', said[2]);
    expect(views.texts(id)).not.toContain('reply');
    const thread = views.messages.thread(id, said[2]!);
    expect(thread.root?.text).toBe('m3');
    expect(thread.root?.thread?.replies).toBe(1);
    expect(thread.page.messages.map(({ text, state }) => [text, state])).toEqual([
      ['reply', 'waiting'],
    ]);
  });

  it('a thread under a message that is itself not sent works alike', async () => {
    const { views, channel: id, say } = await offline();
    const root = say('root');
    say('reply', root);
    const thread = views.messages.thread(id, root);
    expect(thread.root).toMatchObject({ text: 'root', state: 'waiting' });
    expect(thread.page.messages).toHaveLength(1);
  });

  it('a thread whose root is not here shows the replies that are', async () => {
    const { cache, views, channel: id } = await offline();
    const rootId = anId(0x7777);
    cache.rows.apply(channelScope(id), messageRow(anId(0x7778), 400, { rootId, text: 'reply' }));
    const thread = views.messages.thread(id, rootId);
    expect(thread.root).toBeNull();
    expect(thread.page.messages.map(({ text }) => text)).toEqual(['reply']);
  });
});

describe('where the unread begin', () => {
  it('after the marker, in the middle of the page; the newest page where nothing is unread', async () => {
    const { client, cache, views, channel: id, said } = await offline(40);
    const read = (n: number): void => {
      const { position, ordinal } = cache.rows.message(said[n - 1]!)!;
      client.write('marker.set', { channelId: id, epoch: 0, position, ordinal });
    };
    read(20);
    const page = views.messages.page(id, { from: 'unread' }, 10);
    expect(page.messages.map(({ text }) => text)).toEqual(range(16, 25).map((n) => `m${n}`));
    expect(page.unreadAfter).toBe(cache.rows.message(said[19]!)!.position);
    read(40);
    const rest = views.messages.page(id, { from: 'unread' }, 3);
    expect(rest.messages.map(({ text }) => text)).toEqual(['m38', 'm39', 'm40']);
    expect(rest.unreadAfter).toBeNull();
  });

  it('a person’s own words are not unread to them', async () => {
    const { client, relay, cache, views, channel: id, said } = await offline(3);
    const { position, ordinal } = cache.rows.message(said[2]!)!;
    client.write('marker.set', { channelId: id, epoch: 0, position, ordinal });
    // From her other device.
    relay.say('ayu', id, 'mine');
    await client.sync();
    expect(views.messages.unreadAfter(id)).toBeNull();
    relay.say('budi', id, 'his');
    await client.settle();
    expect(views.messages.unreadAfter(id)).toBe(position);
  });

  it('names the last message at or below a position, for a marker', async () => {
    const { cache, views, channel: id, said } = await offline(3);
    const third = cache.rows.message(said[2]!)!;
    const place = { position: third.position, ordinal: third.ordinal };
    expect(views.messages.placeUpTo(id, third.position)).toEqual(place);
    expect(views.messages.placeUpTo(id, third.position + 50)).toEqual(place);
    expect(views.messages.placeUpTo(id, FIRST_UNSENT + 3)).toEqual(place);
    expect(views.messages.placeUpTo(id, 0)).toBeUndefined();
    expect(views.messages.placeUpTo(anId(0x99), 50)).toBeUndefined();
  });
});

describe('threads', () => {
  it('count the replies that are here and still stand', async () => {
    const { relay, client, views, channel: id, said } = await offline(2);
    const [one] = ['one', 'two', 'three'].map((text) => relay.say('budi', id, text, said[0]));
    relay.did('budi', 'message.delete', { channelId: id, messageId: one! });
    await client.sync();
    expect(views.messages.replyCount(said[0]!)).toBe(2);
    const { root, page } = views.messages.thread(id, said[0]!);
    expect(root?.thread?.replies).toBe(2);
    expect(page.messages.map(({ text, deleted }) => [text, deleted])).toEqual([
      ['', true],
      ['two', false],
      ['three', false],
    ]);
    expect(page).toMatchObject({ atOldest: true, atNewest: true, holes: [] });
  });
});

describe('the names on a page', () => {
  it('are those of writers, of whom is mentioned, reacts or replies, and channels', async () => {
    const { relay, client, views, channel: id, said } = await offline(1);
    relay.did('citra', 'channel.join', { channelId: id });
    relay.say('ayu', id, `<@${people.eka}> lihat <#${id}>`);
    relay.did('citra', 'reaction.add', { channelId: id, messageId: said[0]!, emoji: '👍' });
    await client.sync();
    const page = views.messages.page(id, { from: 'newest' }, 50);
    expect(Object.keys(page.people).toSorted()).toEqual(
      [people.ayu, people.budi, people.citra, people.eka].toSorted(),
    );
    expect(page.channels[id]).toMatchObject({ name: 'umum', type: 'public' });
  });

  it('that are not here are wished for, and left out meanwhile', async () => {
    const { cache, views, channel: id } = await offline(1);
    const authorId = anId(0x4242);
    cache.rows.apply(channelScope(id), messageRow(anId(0x7778), 400, { authorId }));
    const page = views.messages.page(id, { from: 'newest' }, 50);
    expect(page.people[authorId]).toBeUndefined();
    expect(views.wanted).toContain(authorId);
  });
});
