import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { threadsView } from './threads.ts';

/** Ayu's client; she began a thread in a channel, which Budi answered. */
async function workspace() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const root = relay.say('ayu', channel, 'siapa bisa?') as MessageId;
  const answer = (text: string, by: 'ayu' | 'budi' = 'budi') =>
    relay.did(by, 'message.send', {
      ...{ channelId: channel, rootId: root, broadcast: false, text, attachments: [] },
    }) as MessageId;
  answer('saya');
  const client = new TestClient(relay);
  await client.sync();
  const { cache } = client;
  const views = new TestViews(cache, client.clock);
  const { people: known, channels, messages, followed, messageViews } = views;
  const options = { cache, people: known, channels, messages, followed, views: messageViews };
  const cards = (limit = 20) => threadsView(options, limit).cards;
  const counts = () => views.sidebar()!.threads;
  return { relay, client, views, channel, root, answer, cards, counts };
}

describe('followed threads', () => {
  it('count replies of others that were not seen, and none of one’s own or deleted', async () => {
    const { relay, client, channel, root, answer, counts } = await workspace();
    expect(counts()).toEqual({ unread: 1, mentions: 0 });
    answer('juga saya');
    answer(`<@${people.ayu}> jadi?`);
    answer('jadi', 'ayu');
    await client.settle();
    // An answer says nothing of what one has seen, where it does not tell.
    expect(counts()).toEqual({ unread: 3, mentions: 1 });
    answer('baik');
    const third = answer(`<@${people.ayu}> kapan?`);
    await client.settle();
    expect(counts()).toEqual({ unread: 5, mentions: 2 });
    relay.did('budi', 'message.delete', { channelId: channel, messageId: third });
    await client.settle();
    expect(counts()).toEqual({ unread: 4, mentions: 1 });
    client.write('follow.read', { rootId: root, position: 1_000 });
    expect(counts()).toEqual({ unread: 0, mentions: 0 });
  });

  it('S8: a reply without a network is in its card at once, and what was read stays read', async () => {
    const { client, views, channel, root, answer, cards, counts } = await workspace();
    client.drop();
    const read = views.followed.lastOf(root);
    client.write('message.send', {
      ...{
        channelId: channel,
        rootId: root,
        broadcast: false,
        text: 'baik',
        attachments: [],
        read,
      },
    });
    expect(cards()[0]?.shown.map(({ text }) => text)).toEqual(['saya', 'baik']);
    expect(counts().unread).toBe(0);
    // Meanwhile somebody else has answered: that is new, though it stands before one's own.
    answer('saya lagi');
    await client.sync();
    expect(counts().unread).toBe(1);
    expect(cards()[0]).toMatchObject({ unread: 1, replies: 3, following: true });
  });

  it('stand with news first, then by their last reply', async () => {
    const { relay, client, channel, root, cards } = await workspace();
    const later = relay.say('ayu', channel, 'lain hal') as MessageId;
    const reply = { channelId: channel, broadcast: false, attachments: [] };
    relay.did('budi', 'message.send', { ...reply, rootId: later, text: 'oke' });
    await client.settle();
    expect(cards().map(({ rootId }) => rootId)).toEqual([later, root]);
    client.write('follow.read', { rootId: later, position: 1_000 });
    expect(cards().map(({ rootId, unread }) => [rootId, unread])).toEqual([
      [root, 1],
      [later, 0],
    ]);
    expect(cards(1)).toHaveLength(1);
  });

  it('are let go of, but for what names one in them', async () => {
    const { client, channel, root, answer, cards, counts } = await workspace();
    client.write('follow.set', { channelId: channel, rootId: root, on: false, read: 1_000 });
    expect([cards(), counts().unread]).toEqual([[], 0]);
    await client.settle();
    answer('masih?');
    await client.settle();
    expect([cards(), counts().unread]).toEqual([[], 0]);
    client.write('follow.set', { channelId: channel, rootId: root, on: true, read: 0 });
    expect(cards()).toHaveLength(1);
  });

  it('count a mention in a thread once, and there', async () => {
    const { client, views, channel, answer } = await workspace();
    answer(`<@${people.ayu}> lihat`);
    await client.settle();
    const sidebar = views.sidebar()!;
    expect(sidebar.channels.find(({ id }) => id === channel)?.mentions).toBe(0);
    expect(sidebar.threads).toEqual({ unread: 2, mentions: 1 });
    expect(sidebar.totalMentions).toBe(1);
  });

  it('S11: are gone with their channel, and what was said meanwhile is not new to who comes back', async () => {
    const { relay, client, channel, answer, cards, counts } = await workspace();
    relay.did('citra', 'channel.join', { channelId: channel });
    relay.did('citra', 'channel.remove', { channelId: channel, userId: people.ayu });
    await client.settle();
    expect([cards(), counts().unread]).toEqual([[], 0]);
    answer('tanpa Ayu');
    relay.did('budi', 'channel.invite', { channelId: channel, userIds: [people.ayu] });
    answer('Ayu ada lagi');
    await client.sync();
    expect(counts().unread).toBe(1);
    expect(cards()).toHaveLength(1);
  });
});
