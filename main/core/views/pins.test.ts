import { describe, expect, it } from 'vitest';
import { channelScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { Pins } from './pins.ts';

async function pinned() {
  const relay = new FakeRelay();
  const channelId = relay.channel();
  const first = relay.say('budi', channelId, 'Kata sandi tamu');
  const second = relay.say('budi', channelId, 'Nomor darurat');
  const client = new TestClient(relay);
  await client.sync();
  const { cache, clock, fetcher } = client;
  const { people: directory, channels, messageViews: views } = new TestViews(cache, clock);
  const pins = new Pins({ cache, views, people: directory, channels, fetcher });
  const texts = async () =>
    (await pins.list(channelId)).pins.map(({ message }) => message?.text ?? null);
  return { relay, client, cache, channelId, first, second, pins, views, channels, texts };
}

describe('the pins of a channel', () => {
  it('are shown newest first, with who pinned them, and mark their message', async () => {
    const { relay, client, channelId, first, second, pins, channels, texts } = await pinned();
    relay.did('budi', 'pin.add', { channelId, messageId: second });
    relay.did('budi', 'pin.add', { channelId, messageId: first });
    await client.sync();
    expect(await texts()).toEqual(['Kata sandi tamu', 'Nomor darurat']);
    const list = await pins.list(channelId);
    expect(list.pins[0]).toMatchObject({ by: people.budi, messageId: first });
    expect(list.pins[0]?.message?.pinned).toMatchObject({ by: people.budi });
    expect(list.people[people.budi]?.displayName).toBe('budi');
    expect(list.complete).toBe(true);
    expect(channels.view(channelId)?.pinCount).toBe(2);
  });

  it('S8: change at once without a line', async () => {
    const { client, channelId, first, texts, channels } = await pinned();
    client.drop();
    client.write('pin.add', { channelId, messageId: first });
    expect(await texts()).toEqual(['Kata sandi tamu']);
    expect(channels.view(channelId)?.pinCount).toBe(1);
    client.write('pin.remove', { channelId, messageId: first });
    expect(await texts()).toEqual([]);
  });

  it('S9: are gone with a deleted message', async () => {
    const { relay, client, channelId, first, texts } = await pinned();
    relay.did('budi', 'pin.add', { channelId, messageId: first });
    relay.did('budi', 'message.delete', { channelId, messageId: first });
    await client.sync();
    expect(await texts()).toEqual([]);
  });

  it('S11: go with the channel', async () => {
    const { relay, client, cache, channelId, first } = await pinned();
    relay.did('budi', 'pin.add', { channelId, messageId: first });
    await client.sync();
    relay.did('ayu', 'channel.leave', { channelId });
    await client.sync();
    expect(cache.rows.list(channelScope(channelId), 'pin')).toEqual([]);
  });
});

describe('a pinned message that is not on this computer', () => {
  it('is fetched, and shown as away where it cannot be', async () => {
    const { relay, client, cache, channelId, pins } = await pinned();
    client.drop();
    const messageId = relay.say('budi', channelId, 'Denah gudang');
    const scope = channelScope(channelId);
    cache.transaction(() => {
      const { now: at } = relay;
      cache.rows.apply(scope, { kind: 'pin', id: messageId, by: people.budi, at, version: 90 });
    });
    cache.overlay.invalidate();
    expect((await pins.list(channelId)).pins).toMatchObject([{ messageId, message: null }]);
    client.connect();
    const open = pins.list(channelId);
    expect(client.up).toContainEqual(
      expect.objectContaining({ t: 'get', keys: [{ scope, kind: 'message', id: messageId }] }),
    );
    await client.settle();
    expect((await open).pins).toMatchObject([{ message: { text: 'Denah gudang' } }]);
  });
});
