import { describe, expect, it } from 'vitest';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { SeenBy } from './seen.ts';

async function workspace() {
  const relay = new FakeRelay();
  const group = relay.conversation('ayu', 'budi', 'citra');
  const channel = relay.channel();
  const client = new TestClient(relay);
  await client.sync();
  const views = new TestViews(client.cache, client.clock);
  const seen = new SeenBy(client.cache, views.people, views.channels);
  const by = () => seen.view(group).by;
  const read = (who: 'budi' | 'citra', position = 1_000) =>
    relay.did(who, 'seen.set', { channelId: group, position });
  return { relay, client, group, channel, seen, by, read };
}

describe('who has seen one’s last message', () => {
  it('tells those who read up to it, and nobody before anybody has', async () => {
    const { relay, client, group, seen, by, read } = await workspace();
    relay.say('ayu', group, 'Halo');
    await client.settle();
    expect(seen.view(group)).toEqual({ shared: true, by: [], of: 2, people: {} });
    read('budi');
    await client.settle();
    expect(by()).toEqual([people.budi]);
    relay.say('ayu', group, 'Masih di sana?');
    await client.settle();
    expect(by()).toEqual([]);
    read('citra');
    await client.settle();
    expect(by()).toEqual([people.citra]);
  });

  it('says nothing under what others said, and nothing while one’s own is on its way', async () => {
    const { relay, client, group, seen, by, read } = await workspace();
    relay.say('ayu', group, 'Halo');
    read('budi');
    await client.settle();
    expect(by()).toEqual([people.budi]);
    client.drop();
    const args = { channelId: group, rootId: null, broadcast: false, attachments: [] };
    client.write('message.send', { ...args, text: 'Lagi' });
    expect(seen.view(group)).toMatchObject({ by: [], of: 0 });
    await client.sync();
    relay.say('budi', group, 'Ya');
    await client.settle();
    expect(seen.view(group)).toMatchObject({ by: [], of: 0 });
  });

  it('is shared in channels of as many members as the company says', async () => {
    const { relay, client, channel, seen } = await workspace();
    relay.did('citra', 'workspace.set', { policy: { seenMembers: 2 } });
    relay.say('ayu', channel, 'Halo');
    relay.did('budi', 'seen.set', { channelId: channel, position: 1_000, members: 2 });
    await client.settle();
    expect(seen.sharedAmong(channel)).toBe(2);
    expect(seen.view(channel)).toMatchObject({ shared: true, by: [people.budi], of: 1 });
    // One more, and nobody is told any longer.
    relay.did('ayu', 'channel.invite', { channelId: channel, userIds: [people.eka] });
    relay.say('ayu', channel, 'Selamat datang');
    await client.settle();
    expect(seen.sharedAmong(channel)).toBeNull();
    expect(seen.view(channel)).toMatchObject({ shared: false, by: [] });
  });

  it('is shared in conversations, where the company has it so', async () => {
    const { relay, client, group, channel, seen, by, read } = await workspace();
    relay.say('ayu', channel, 'Halo');
    relay.say('ayu', group, 'Halo');
    read('budi');
    await client.settle();
    expect([seen.view(channel).shared, seen.view(group).shared]).toEqual([false, true]);
    relay.did('citra', 'workspace.set', { policy: { seenBy: false } });
    await client.settle();
    expect([seen.view(group).shared, by()]).toEqual([false, []]);
  });
});
