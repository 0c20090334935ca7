import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

async function workspace() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const create = (name: string, topic = ''): string =>
    relay.did('budi', 'channel.create', { name, type: 'public', topic, userIds: [] });
  const other = create('gudang-surabaya', 'Stok dan umum lain') as ChannelId;
  create('kantin');
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const views = new TestViews(client.cache, client.clock);
  return { relay, client, views, channel, other };
}

describe('a channel', () => {
  it('of one’s own, with one’s place in it', async () => {
    const { views, channel } = await workspace();
    expect(views.channels.view(channel)).toMatchObject({
      ...{ id: channel, name: 'umum', type: 'public', memberCount: 2, pending: false },
      mine: { role: 'owner', starred: false, muted: false, notify: 'mentions' },
    });
  });

  it('that one is not in can be looked at, without a place', async () => {
    const { views, other } = await workspace();
    expect(views.channels.view(other)).toMatchObject({ name: 'gudang-surabaya', mine: null });
  });

  it('that is not here is wished for', async () => {
    const { views } = await workspace();
    expect(views.channels.view('nowhere')).toBeNull();
    expect(views.wanted).toEqual(['nowhere']);
  });

  it('S8: waits to be made, and counts its people all the same', async () => {
    const { client, views } = await workspace();
    const op = client.write('channel.create', {
      ...{ name: 'baru', type: 'private', topic: 'x', userIds: [people.budi] },
    });
    expect(views.channels.view(op)).toMatchObject({
      ...{ name: 'baru', topic: 'x', pending: true, memberCount: 2 },
      mine: { role: 'owner' },
    });
    await client.sync();
    expect(views.channels.view(op)).toMatchObject({ pending: false, memberCount: 2 });
  });

  it('S8: counts whom the pending commands bring in and take out', async () => {
    const { client, views, channel } = await workspace();
    const before = views.channels.view(channel)!.memberCount;
    client.write('channel.invite', { channelId: channel, userIds: [people.citra] });
    expect(views.channels.view(channel)).toMatchObject({ memberCount: before + 1 });
    client.write('channel.remove', { channelId: channel, userId: people.budi });
    expect(views.channels.view(channel)).toMatchObject({ memberCount: before });
    await client.sync();
    expect(views.channels.view(channel)).toMatchObject({ memberCount: before });
  });

  it('of people is called by their first names', async () => {
    const { client, views } = await workspace();
    client.write('conversation.open', { userIds: [people.budi, people.citra] });
    const group = views.channels.memberships().at(-1)!;
    const row = views.channels.row(group.id)!;
    expect(views.channels.title(row)).toBe('budi, citra');
    expect(views.channels.view(group.id)).toMatchObject({
      people: expect.arrayContaining([people.budi, people.citra]),
      memberCount: 3,
    });
  });
});

describe('browse', () => {
  it('lists public channels by name, or the best match first', async () => {
    const { views } = await workspace();
    const names = (query: string, limit = 10): string[] =>
      views.channels.browse(query, limit).channels.map(({ name }) => name);
    expect(names('')).toEqual(['gudang-surabaya', 'kantin', 'umum']);
    expect(names('sura')).toEqual(['gudang-surabaya']);
    // A name counts for more than a topic.
    expect(names('umum')).toEqual(['umum', 'gudang-surabaya']);
    expect(names('tidak ada')).toEqual([]);
  });

  it('says whether there are more', async () => {
    const { views } = await workspace();
    expect(views.channels.browse('', 2)).toMatchObject({ complete: false });
    expect(views.channels.browse('', 3)).toMatchObject({ complete: true });
  });

  it('S11: shows no private channel', async () => {
    const { relay, client, views } = await workspace();
    relay.channel('private', 'rahasia');
    await client.sync();
    expect(views.channels.browse('rahasia', 10).channels).toEqual([]);
  });
});
