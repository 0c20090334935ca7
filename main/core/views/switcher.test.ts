import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../../../shared/rpc/search-views.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { switcherView } from './switcher.ts';

const nothing: SearchResult = { hits: [], next: null, problems: [], people: {}, channels: {} };

async function workspace() {
  const relay = new FakeRelay();
  const umum = relay.channel();
  const gudang = relay.channel('private', 'gudang');
  const dm = relay.conversation('budi', 'ayu');
  relay.did('budi', 'channel.create', {
    name: 'gudang-jakarta',
    type: 'public',
    topic: '',
    userIds: [],
  });
  const client = new TestClient(relay);
  await client.sync();
  const views = new TestViews(client.cache, client.clock);
  const asked: string[] = [];
  const ask = (query: string) => {
    const { people, channels, unread } = views;
    const search = (text: string): SearchResult => {
      asked.push(text);
      return nothing;
    };
    return switcherView({ cache: client.cache, people, channels, unread, search }, query);
  };
  const titles = (query: string): string[] => ask(query).places.map(({ title }) => title);
  return { relay, client, umum, gudang, dm, ask, titles, asked };
}

describe('the switcher', () => {
  it('without letters: the unread first, then the most recent, of one’s own places', async () => {
    const { relay, client, umum, gudang, dm, titles, ask } = await workspace();
    relay.say('budi', umum, 'x');
    relay.say('ayu', gudang, 'y');
    relay.say('ayu', dm, 'z');
    await client.settle();
    expect(titles('')).toEqual(['umum', 'budi', 'gudang']);
    expect(ask('').people).toEqual([]);
    expect(ask('').places[0]).toMatchObject({ unread: 1, member: true });
  });

  it('with letters: matching places, one’s own before others', async () => {
    const { titles, ask } = await workspace();
    expect(titles('gud')).toEqual(['gudang', 'gudang-jakarta']);
    expect(ask('gud').places.map(({ member }) => member)).toEqual([true, false]);
    expect(titles('#gud')).toEqual(['gudang', 'gudang-jakarta']);
    expect(titles('tidak')).toEqual([]);
  });

  it('finds people, and the conversation with one under their name', async () => {
    const { ask } = await workspace();
    const found = ask('@budi');
    expect(found.places).toMatchObject([{ title: 'budi', type: 'dm' }]);
    expect(found.people).toMatchObject([{ displayName: 'budi' }]);
    expect(Object.values(found.directory)).toMatchObject([{ displayName: 'budi' }]);
  });

  it('looks into messages from two letters on', async () => {
    const { ask, asked } = await workspace();
    ask('');
    ask('g');
    expect(asked).toEqual([]);
    ask('gu');
    expect(asked).toEqual(['gu']);
  });

  it('leaves out closed channels that one is not in', async () => {
    const { relay, client, umum, titles } = await workspace();
    const [other] = relay.work
      .all('org', 'channel')
      .filter(({ name }) => name === 'gudang-jakarta');
    relay.did('budi', 'channel.archive', { channelId: other!.id as never, archived: true });
    relay.did('ayu', 'channel.archive', { channelId: umum, archived: true });
    await client.settle();
    expect(titles('gudang')).toEqual(['gudang']);
    expect(titles('umum')).toEqual(['umum']);
  });
});
