import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import type { Up } from '../../shared/protocol/up.ts';
import { sendArgs, type TestClient } from './testing/test-client.ts';
import { TestRelay } from './testing/test-relay.ts';

let relay: TestRelay;
let ayu: Actor;
let bagas: Actor;
let umum: ChannelId;
let direksi: ChannelId;

beforeEach(async () => {
  relay = await TestRelay.start({
    async seed(office) {
      ayu = await office.person('Ayu');
      bagas = await office.person('Bagas');
      umum = await office.channel(ayu, 'umum', [bagas]);
      direksi = await office.channel(ayu, 'direksi');
    },
  });
});
afterEach(() => relay.end());

let last = 900;

async function ask(client: TestClient, word: string, more: Partial<Up<'search'>> = {}) {
  const id = ++last;
  client.send({
    ...{ t: 'search', id, authors: null, notAuthors: [], channels: null, notChannels: [] },
    terms: [{ text: word, negated: false, open: true, quoted: false }],
    ...{ from: null, to: null, link: null, after: null, limit: 5 },
    ...more,
  });
  const { hits, next, mode } = await client.answer<'hits'>(id);
  const found = hits.map(({ row }) => (row.kind === 'message' ? row.text : ''));
  return { found, next, mode };
}

const say = (client: TestClient, channelId: ChannelId, text: string) =>
  client.run(relay.office.op(), 'message.send', sendArgs(channelId, text));

it('finds what was just written, also inside of words, page by page', async () => {
  const client = await relay.as(ayu);
  for (const text of ['stok satu', 'stok dua', 'stok tiga']) await say(client, umum, text);
  expect(await ask(client, 'stok')).toMatchObject({
    found: ['stok tiga', 'stok dua', 'stok satu'],
    next: null,
  });
  const first = await ask(client, 'stok', { limit: 2 });
  expect(first.found).toEqual(['stok tiga', 'stok dua']);
  const rest = await ask(client, 'stok', { limit: 2, after: first.next });
  expect(rest).toMatchObject({ found: ['stok satu'], next: null });
  expect(await ask(client, 'iga')).toMatchObject({ found: ['stok tiga'], mode: 'parts' });
});

it('S2, S11: answers from the channels that the asker is in when they ask', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  await say(a, umum, 'rahasia umum');
  await say(a, direksi, 'rahasia direksi');
  expect((await ask(a, 'rahasia')).found).toEqual(['rahasia direksi', 'rahasia umum']);
  expect((await ask(b, 'rahasia')).found).toEqual(['rahasia umum']);
  expect((await ask(b, 'rahasia', { channels: [direksi] })).found).toEqual([]);
  expect((await ask(b, '', { terms: [], channels: [direksi] })).found).toEqual([]);
  await a.run(relay.office.op(), 'channel.remove', { channelId: umum, userId: bagas.userId });
  expect((await ask(b, 'rahasia')).found).toEqual([]);
});
