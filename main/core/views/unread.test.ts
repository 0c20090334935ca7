import { describe, expect, it } from 'vitest';
import type { ChannelId, GroupId, MessageId, OpId } from '../../../shared/domain/ids.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow } from '../../../shared/testing/rows.ts';
import { testCache } from '../testing/cache.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay, type Person } from '../testing/relay.ts';
import { UnreadCounts } from './unread.ts';

/** A client that has read all of one channel. */
async function read() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  relay.say('budi', channel, 'old');
  const client = new TestClient(relay);
  await client.sync();
  const unread = new UnreadCounts(client.cache);
  const scope = channelScope(channel);
  const readAll = (): void => {
    const last = relay.work.all(scope, 'message').at(-1)!;
    const { position, ordinal } = last;
    client.write('marker.set', { channelId: channel, epoch: 0, position, ordinal });
  };
  readAll();
  await client.settle();
  const say = async (who: Person, text: string, rootId: MessageId | null = null) => {
    const id = relay.say(who, channel, text, rootId);
    await client.settle();
    return id;
  };
  const counts = (conversation = false) => unread.of(channel, conversation);
  return { relay, client, channel, scope, counts, say, readAll };
}

describe('unread', () => {
  it('counts what came after the marker', async () => {
    const { counts, say, readAll } = await read();
    expect(counts()).toEqual({ unread: 0, mentions: 0 });
    await say('budi', 'a');
    await say('budi', 'b');
    expect(counts()).toEqual({ unread: 2, mentions: 0 });
    readAll();
    expect(counts()).toEqual({ unread: 0, mentions: 0 });
  });

  it('one’s own messages are not unread, wherever they were written', async () => {
    const { counts, say } = await read();
    await say('ayu', 'from another device');
    expect(counts().unread).toBe(0);
    await say('budi', 'a');
    await say('ayu', 'mine');
    await say('budi', 'b');
    expect(counts().unread).toBe(2);
  });

  it('what one did to a channel takes nothing off the count', async () => {
    const { relay, client, channel, counts, say } = await read();
    await say('budi', 'a');
    relay.did('ayu', 'channel.update', { channelId: channel, topic: 'baru' });
    relay.did('ayu', 'channel.update', { channelId: channel, topic: 'lebih baru' });
    await client.settle();
    expect(counts().unread).toBe(1);
  });

  it('replies do not count, unless they were broadcast', async () => {
    const { relay, client, channel, counts, say } = await read();
    const root = await say('budi', 'root');
    await say('budi', 'reply', root);
    expect(counts().unread).toBe(1);
    relay.did('budi', 'message.send', {
      ...{ channelId: channel, rootId: root, broadcast: true, text: 'shown', attachments: [] },
    });
    await client.settle();
    expect(counts().unread).toBe(2);
  });

  it('what waits to be sent is not unread', async () => {
    const { client, channel, counts } = await read();
    client.drop();
    const args = { channelId: channel, rootId: null, broadcast: false, text: 'x', attachments: [] };
    client.write('message.send', args);
    expect(counts().unread).toBe(0);
  });

  it('S9: marked as unread again, it counts from there', async () => {
    const { client, channel, scope, counts, say, readAll } = await read();
    const first = await say('budi', 'a');
    await say('budi', 'b');
    readAll();
    const { position } = client.cache.rows.get(scope, 'message', first)!;
    const at = { position: position - 1, ordinal: 1 };
    client.write('marker.set', { channelId: channel, epoch: 1, ...at });
    expect(counts().unread).toBe(2);
  });

  it('S6: is true across holes, before any of the channel has come', () => {
    const { cache } = testCache();
    const channel = anId(1) as ChannelId;
    const scope = channelScope(channel);
    const unread = new UnreadCounts(cache);
    expect(unread.countOf(channel)).toBe(0);
    cache.scopes.heard(scope, 9_000, 5_000);
    cache.rows.apply(userScope(people.ayu), {
      ...{ kind: 'marker', id: channel, version: 1, epoch: 0, position: 1_000, ordinal: 700 },
    });
    expect(unread.countOf(channel)).toBe(4_300);
    cache.rows.apply(scope, messageRow(anId(9), 9_000, { ordinal: 5_000 }));
    cache.scopes.cover(scope, 8_999, 9_000);
    expect(unread.countOf(channel)).toBe(4_300);
  });

  it('nobody’s count is ever below nothing', () => {
    const { cache } = testCache();
    const channel = anId(1) as ChannelId;
    cache.scopes.heard(channelScope(channel), 10, 3);
    cache.rows.apply(userScope(people.ayu), {
      ...{ kind: 'marker', id: channel, version: 1, epoch: 0, position: 50, ordinal: 30 },
    });
    expect(new UnreadCounts(cache).countOf(channel)).toBe(0);
  });
});

describe('mentions', () => {
  it('count by name, and for everybody, after the marker', async () => {
    const { counts, say, readAll } = await read();
    await say('budi', `<@${people.ayu}> satu`);
    await say('budi', '<!channel> dua');
    await say('budi', 'tiga');
    expect(counts()).toEqual({ unread: 3, mentions: 2 });
    readAll();
    expect(counts()).toEqual({ unread: 0, mentions: 0 });
  });

  it('count a message once that names its reader and calls everybody', async () => {
    const { counts, say } = await read();
    await say('budi', `<!channel> satu <@${people.ayu}>`);
    await say('budi', '<!channel> dua');
    expect(counts()).toEqual({ unread: 2, mentions: 2 });
  });

  it('count for a group that their reader is in, while they are in it, and once beside a name', async () => {
    const { relay, client, counts, say } = await read();
    const groupId = anId(0x960) as OpId;
    const group = { groupId, name: 'keuangan', about: '', userIds: [people.ayu] };
    await say('budi', `<!group:${groupId}> satu`);
    expect(counts()).toEqual({ unread: 1, mentions: 0 });
    relay.did('citra', 'group.set', group);
    await client.settle();
    expect(counts()).toEqual({ unread: 1, mentions: 1 });
    await say('budi', `<!group:${groupId}> <@${people.ayu}> dua`);
    await say('budi', `<!group:${groupId}> <!here> tiga`);
    await say('ayu', `<!group:${groupId}> empat`);
    expect(counts()).toEqual({ unread: 3, mentions: 3 });
    relay.did('citra', 'group.set', { ...group, userIds: [people.budi] });
    await client.settle();
    expect(counts()).toEqual({ unread: 3, mentions: 2 });
    relay.did('citra', 'group.remove', { groupId: groupId as string as GroupId });
    await client.settle();
    expect(counts()).toEqual({ unread: 3, mentions: 2 });
  });

  it('in a thread count there, and not in the channel that has nothing unread', async () => {
    const { counts, say, readAll } = await read();
    const root = await say('budi', 'root');
    readAll();
    await say('budi', `<@${people.ayu}>`, root);
    expect(counts()).toEqual({ unread: 0, mentions: 0 });
  });

  it('are taken back with the words', async () => {
    const { relay, client, channel, counts, say } = await read();
    const named = await say('budi', `<@${people.ayu}>`);
    const called = await say('budi', '<!here>');
    for (const messageId of [named, called]) {
      relay.did('budi', 'message.delete', { channelId: channel, messageId });
    }
    await client.settle();
    expect(counts().mentions).toBe(0);
  });

  it('one’s own call to everybody is none', async () => {
    const { counts, say } = await read();
    await say('ayu', '<!channel>');
    await say('budi', 'x');
    expect(counts()).toEqual({ unread: 1, mentions: 0 });
  });

  it('in a conversation every message is one', async () => {
    const { counts, say } = await read();
    await say('budi', 'a');
    await say('budi', 'b');
    expect(counts(true)).toEqual({ unread: 2, mentions: 2 });
  });
});
