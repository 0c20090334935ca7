import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { goOn, TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { memberList } from './members.ts';

async function workspace() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  relay.did('budi', 'channel.invite', { channelId: channel, userIds: [people.citra] });
  const client = new TestClient(relay);
  await client.sync();
  const views = new TestViews(client.cache, client.clock);
  const { cache, engine } = client;
  const list = (query = '', limit = 10, id: ChannelId = channel) =>
    memberList({ cache, engine, people: views.people }, id, query, limit);
  return { relay, client, cache, channel, list };
}

describe('the members of a channel', () => {
  it('are here, by name, with the owners named', async () => {
    const { list } = await workspace();
    const found = await list();
    expect(found.people.map(({ displayName }) => displayName)).toEqual(['ayu', 'budi', 'citra']);
    expect(found).toMatchObject({ owners: [people.ayu], complete: true });
  });

  it('are found by name; more than are shown is not complete', async () => {
    const { list } = await workspace();
    expect((await list('bu')).people.map(({ displayName }) => displayName)).toEqual(['budi']);
    expect(await list('', 2)).toMatchObject({ complete: false });
  });

  it('S8: somebody who was just invited is among them', async () => {
    const { client, channel, list } = await workspace();
    client.drop();
    client.write('channel.invite', { channelId: channel, userIds: [people.eka] });
    expect((await list()).people.map(({ displayName }) => displayName)).toContain('eka');
  });

  it('S6: where part of the channel is missing, the relay is asked too', async () => {
    const { client, cache, channel, list } = await workspace();
    cache.scopes.heard(channelScope(channel), 10_000, 9_000);
    const open = list();
    await goOn();
    expect(client.up).toMatchObject([{ t: 'find', what: 'members', channelId: channel }]);
    while (!client.idle) await (client.up.length > 0 ? client.handUp() : client.handDown());
    expect(await open).toMatchObject({ complete: true });
  });

  it('S6: and without a line the list says that it may not be complete', async () => {
    const { client, cache, channel, list } = await workspace();
    cache.scopes.heard(channelScope(channel), 10_000, 9_000);
    client.drop();
    const found = await list();
    expect(found.people).toHaveLength(3);
    expect(found.complete).toBe(false);
  });
});
