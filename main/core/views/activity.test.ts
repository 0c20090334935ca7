import { describe, expect, it } from 'vitest';
import type { MessageId, OpId } from '../../../shared/domain/ids.ts';
import type { ActivityFilter } from '../../../shared/rpc/list-views.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { activityView } from './activity.ts';

/** Ayu's client, in a channel of hers with Budi. */
async function workspace() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const client = new TestClient(relay);
  await client.sync();
  const { cache, clock } = client;
  const views = new TestViews(cache, clock);
  const { people: known, channels, messageViews, activity } = views;
  const options = { cache, people: known, channels, views: messageViews, activity };
  const view = (filter: ActivityFilter = 'all', limit = 20) => activityView(options, filter, limit);
  const told = (filter?: ActivityFilter) =>
    view(filter).items.map(({ type, message, emoji }) => `${type} ${emoji ?? message?.text ?? ''}`);
  const react = (who: 'budi' | 'ayu', messageId: MessageId, emoji = '👍') =>
    relay.did(who, 'reaction.add', { channelId: channel, messageId, emoji });
  return { relay, client, views, channel, view, told, react };
}

describe('activity', () => {
  it('tells mentions, calls, answers, reactions and invitations, newest first', async () => {
    const { relay, client, channel, told, react } = await workspace();
    const mine = relay.say('ayu', channel, 'siapa bisa?') as MessageId;
    relay.say('budi', channel, `<@${people.ayu}> lihat`);
    relay.say('budi', channel, '<!channel> rapat');
    relay.say('budi', channel, 'saya', mine);
    react('budi', mine);
    const args = { name: 'gudang', type: 'private' as const, topic: '', userIds: [people.ayu] };
    relay.did('citra', 'channel.create', args);
    relay.say('budi', channel, 'hanya kabar');
    await client.sync();
    expect(told()).toEqual([
      'joined ',
      'reaction 👍',
      'thread saya',
      'call <!channel> rapat',
      `mention <@${people.ayu}> lihat`,
    ]);
    expect(told('mentions')).toHaveLength(2);
    expect(told('reactions')).toEqual(['reaction 👍']);
    expect(told('threads')).toEqual(['thread saya']);
  });

  it('tells a call to a group that one is in, and to no other', async () => {
    const { relay, client, channel, told } = await workspace();
    const [mine, other] = [anId(0x960) as OpId, anId(0x961) as OpId];
    const about = '';
    relay.did('citra', 'group.set', { groupId: mine, name: 'kas', about, userIds: [people.ayu] });
    relay.did('citra', 'group.set', { groupId: other, name: 'k3', about, userIds: [people.budi] });
    relay.say('budi', channel, `<!group:${mine}> rapat`);
    relay.say('budi', channel, `<!group:${other}> patroli`);
    relay.say('ayu', channel, `<!group:${mine}> ya`);
    await client.sync();
    expect(told('mentions')).toEqual([`group <!group:${mine}> rapat`]);
  });

  it('tells of one’s own doing nothing, and of what was taken back nothing', async () => {
    const { relay, client, channel, told, react } = await workspace();
    const mine = relay.say('ayu', channel, `<@${people.ayu}>`) as MessageId;
    relay.say('ayu', channel, '<!channel> rapat');
    relay.say('ayu', channel, 'saya sendiri', mine);
    react('ayu', mine);
    react('budi', mine);
    const his = relay.say('budi', channel, `<@${people.ayu}>`) as MessageId;
    react('ayu', his);
    relay.did('budi', 'message.delete', { channelId: channel, messageId: his });
    relay.did('budi', 'reaction.remove', { channelId: channel, messageId: mine, emoji: '👍' });
    await client.sync();
    expect(told()).toEqual([]);
  });

  it('several reactions to one message are one thing, with who they are of', async () => {
    const { relay, client, channel, view, react } = await workspace();
    const mine = relay.say('ayu', channel, 'selesai') as MessageId;
    relay.did('citra', 'channel.join', { channelId: channel });
    react('budi', mine);
    relay.did('citra', 'reaction.add', { channelId: channel, messageId: mine, emoji: '👍' });
    react('budi', mine, '🎉');
    await client.sync();
    const items = view('reactions').items;
    expect(items.map(({ emoji, count }) => [emoji, count])).toEqual([
      ['🎉', 1],
      ['👍', 2],
    ]);
    expect(items[1]?.userIds).toEqual([people.citra, people.budi]);
  });

  it('counts what was neither looked at here nor read where it stands', async () => {
    const { relay, client, views, channel, view, react } = await workspace();
    const count = (): number => views.sidebar()!.activity;
    const mine = relay.say('ayu', channel, 'siapa bisa?') as MessageId;
    react('budi', mine);
    const named = relay.say('budi', channel, `<@${people.ayu}> lihat`);
    await client.sync();
    expect(count()).toBe(2);
    const at = views.messages.placeUpTo(channel, client.cache.rows.message(named)!.position)!;
    client.write('marker.set', { channelId: channel, epoch: 0, ...at });
    expect(count()).toBe(1);
    client.write('activity.see', { at: view().items[0]!.at });
    expect(count()).toBe(0);
    relay.say('budi', channel, `<@${people.ayu}> masih?`);
    await client.sync();
    expect(count()).toBe(1);
    expect(view('all', 1)).toMatchObject({ more: true, items: [{ type: 'mention' }] });
  });

  it('marks as new what it counts: what was read elsewhere is not', async () => {
    const { relay, client, views, channel, view, react } = await workspace();
    const marked = () => view().items.flatMap(({ isNew, type }) => (isNew ? [type] : []));
    const count = (): number => views.sidebar()!.activity;
    const mine = relay.say('ayu', channel, 'siapa bisa?') as MessageId;
    relay.did('citra', 'channel.join', { channelId: channel });
    react('budi', mine);
    relay.did('citra', 'reaction.add', { channelId: channel, messageId: mine, emoji: '👍' });
    relay.say('budi', channel, `<@${people.ayu}> lihat`);
    relay.say('budi', channel, 'saya', mine);
    const call = relay.say('budi', channel, '<!channel> rapat');
    await client.sync();
    expect(marked()).toEqual(['call', 'thread', 'mention', 'reaction']);
    expect(count()).toBe(4);
    const at = views.messages.placeUpTo(channel, client.cache.rows.message(call)!.position)!;
    client.write('marker.set', { channelId: channel, epoch: 0, ...at });
    expect(marked()).toEqual(['thread', 'reaction']);
    expect(count()).toBe(2);
    client.write('activity.see', { at: view().items[0]!.at });
    expect([marked(), count()]).toEqual([[], 0]);
  });

  it('S6: says of a message that is not here that it is not, and has it once it came', async () => {
    const { relay, client, channel, view } = await workspace();
    client.drop();
    relay.pageRows = 5;
    const named = relay.say('budi', channel, `<@${people.ayu}> lama`) as MessageId;
    for (let n = 0; n < 40; n++) relay.say('budi', channel, `kabar ${n}`);
    const later = new TestClient(relay);
    later.connect();
    await later.handDown();
    const own = new TestViews(later.cache, later.clock);
    const { people: known, channels, messageViews, activity } = own;
    const options = { cache: later.cache, people: known, channels, views: messageViews, activity };
    await later.settle();
    const message = () => activityView(options, 'mentions', 5).items[0]?.message?.text;
    expect(message()).toBe(`<@${people.ayu}> lama`);
    expect(view('mentions').items).toEqual([]);
    await client.sync();
    expect(view('mentions').items[0]?.messageId).toBe(named);
  });

  it('S11: is gone with its channel', async () => {
    const { relay, client, channel, told, react, views } = await workspace();
    const mine = relay.say('ayu', channel, 'siapa bisa?') as MessageId;
    react('budi', mine);
    relay.say('budi', channel, `<@${people.ayu}>`);
    await client.sync();
    expect(told()).toHaveLength(2);
    relay.did('citra', 'channel.join', { channelId: channel });
    relay.did('citra', 'channel.remove', { channelId: channel, userId: people.ayu });
    await client.sync();
    expect([told(), views.sidebar()!.activity]).toEqual([[], 0]);
  });
});
