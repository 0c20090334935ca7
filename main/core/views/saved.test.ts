import { describe, expect, it } from 'vitest';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { Saved } from './saved.ts';

async function kept() {
  const relay = new FakeRelay();
  const channelId = relay.channel();
  const messageId = relay.say('budi', channelId, 'Anggaran 2027');
  const client = new TestClient(relay);
  await client.sync();
  const { cache, clock, fetcher } = client;
  const { people, channels, messageViews: views } = new TestViews(cache, clock);
  const live = () => client.line !== null;
  const saved = new Saved({ cache, views, people, channels, clock, live, fetcher });
  const save = (state: 'open' | 'done' | 'removed', remindAt: number | null = null) =>
    client.write('saved.set', { channelId, messageId, state, remindAt });
  return { relay, client, cache, clock, channelId, messageId, saved, views, save };
}

describe('what is kept for later', () => {
  it('S8: is listed at once, marks its message, and moves to the done ones', async () => {
    const { client, cache, channelId, messageId, saved, views, save } = await kept();
    client.drop();
    save('open', 5);
    const [item] = (await saved.list(false)).items;
    expect(item).toMatchObject({ lost: null, message: { text: 'Anggaran 2027' } });
    const row = cache.rows.message(messageId)!;
    expect(views.views(channelId, [row])[0]?.saved).toEqual({ remindAt: 5 });
    save('done');
    expect((await saved.list(false)).items).toEqual([]);
    expect((await saved.list(true)).items).toMatchObject([{ messageId, done: true }]);
    expect(views.views(channelId, [row])[0]?.saved).toBeNull();
    save('removed');
    expect((await saved.list(true)).items).toEqual([]);
  });

  it('counts those whose time has come, and shows them first', async () => {
    const { client, relay, channelId, saved, clock, save } = await kept();
    save('open', clock.now() + 1_000);
    await client.sync();
    clock.advance(500);
    const later = relay.say('budi', channelId, 'Nanti');
    client.write('saved.set', { channelId, messageId: later, state: 'open', remindAt: null });
    await client.sync();
    expect(saved.counts()).toEqual({ open: 2, due: 0 });
    clock.advance(1_000);
    expect(saved.counts()).toEqual({ open: 2, due: 1 });
    const { items } = await saved.list(false);
    expect(items.map(({ message }) => message?.text)).toEqual(['Anggaran 2027', 'Nanti']);
  });

  it('S11: stays without its words when the channel was left', async () => {
    const { client, relay, channelId, saved, save } = await kept();
    save('open');
    await client.sync();
    relay.did('ayu', 'channel.leave', { channelId });
    await client.sync();
    const list = await saved.list(false);
    expect(list.items).toMatchObject([{ message: null, lost: 'gone' }]);
    expect(JSON.stringify(list)).not.toContain('Anggaran');
    expect(list.channels).toEqual({});
  });

  it('says that a message was deleted', async () => {
    const { client, relay, channelId, messageId, saved, save } = await kept();
    save('open');
    relay.did('budi', 'message.delete', { channelId, messageId });
    await client.sync();
    expect((await saved.list(false)).items).toMatchObject([{ message: null, lost: 'deleted' }]);
  });

  it('fetches what is not here, and says that it is away where it cannot', async () => {
    const { client, relay, channelId, saved } = await kept();
    client.drop();
    const messageId = relay.say('budi', channelId, 'Denah');
    client.write('saved.set', { channelId, messageId, state: 'open', remindAt: null });
    expect((await saved.list(false)).items).toMatchObject([{ message: null, lost: 'away' }]);
    client.connect();
    const open = saved.list(false);
    expect(client.up).toContainEqual(expect.objectContaining({ t: 'get' }));
    await client.settle();
    expect((await open).items).toMatchObject([{ message: { text: 'Denah' }, lost: null }]);
  });
});
