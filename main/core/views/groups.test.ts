import { describe, expect, it } from 'vitest';
import type { OpId } from '../../../shared/domain/ids.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { groupList, groupMembers, ringCount } from './groups.ts';

const kas = anId(0x960) as OpId;

/** Ayu's client: a channel with Budi and Citra, and a group of Ayu, Budi, Dewi (who has left) and Eka. */
async function workspace() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  relay.did('ayu', 'channel.invite', { channelId: channel, userIds: [people.citra] });
  const userIds = [people.ayu, people.budi, people.dewi, people.eka];
  relay.did('citra', 'group.set', { groupId: kas, name: 'kas', about: 'Uang', userIds });
  const client = new TestClient(relay);
  await client.sync();
  const views = new TestViews(client.cache, client.clock);
  return { relay, client, channel, sources: { cache: client.cache, people: views.people } };
}

describe('groups', () => {
  it('are listed by name, with whether their reader is in them', async () => {
    const { relay, client, sources } = await workspace();
    const awal = { groupId: anId(0x961) as OpId, name: 'awal', about: '', userIds: [people.budi] };
    relay.did('citra', 'group.set', awal);
    await client.sync();
    expect(groupList(sources)).toMatchObject([
      { name: 'awal', mine: false, count: 1, first: ['budi'] },
      { name: 'kas', mine: true, count: 4, about: 'Uang' },
    ]);
  });

  it('tell who is in them, without those who have left the company', async () => {
    const { sources } = await workspace();
    const group = groupMembers(sources, kas);
    expect(group?.people.map(({ name }) => name)).toEqual(['ayu', 'budi', 'eka']);
    expect(group?.userIds).toHaveLength(4);
    expect(groupMembers(sources, anId(0x999))).toBeNull();
  });

  it('ring those of their people who are in the channel, each once, and not the author', async () => {
    const { client, channel } = await workspace();
    const count = (text: string) => ringCount(client.cache, channel, text);
    expect(count(`<!group:${kas}>`)).toBe(1);
    expect(count(`<!group:${kas}> <@${people.budi}> <@${people.citra}> <@${people.eka}>`)).toBe(2);
    expect(count('<!channel>')).toBe(2);
    expect(count('halo')).toBe(0);
  });

  it('can be made and changed without a line, and are shown at once (S8)', async () => {
    const { relay, client, sources } = await workspace();
    client.drop();
    relay.did('citra', 'group.remove', { groupId: kas as never });
    expect(groupList(sources).map(({ name }) => name)).toEqual(['kas']);
    await client.sync();
    expect(groupList(sources)).toEqual([]);
  });
});
