import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../shared/domain/ids.ts';
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
    ...{ from: null, to: null, saidTo: null, notSaidTo: [], after: null, limit: 5 },
    ...{ link: null, file: null, poll: null, pinned: null, task: null, thread: null },
    ...{ saved: null, unread: null },
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

it('answers by what was done with a message since, and by the rows of who asks', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const { op } = relay.office;
  const pinned = op();
  await a.run(pinned, 'message.send', sendArgs(umum, 'stok satu'));
  await say(a, umum, `stok dua <@${bagas.userId}>`);
  const at = { channelId: umum, messageId: pinned as string as MessageId };
  await a.run(op(), 'pin.add', at);
  await b.run(op(), 'saved.set', { ...at, state: 'open', remindAt: null });
  expect(await ask(b, 'stok', { pinned: true })).toMatchObject({
    found: ['stok satu'],
    next: null,
  });
  expect((await ask(b, 'stok', { pinned: false })).found).toEqual([`stok dua <@${bagas.userId}>`]);
  expect((await ask(b, 'stok', { saidTo: [bagas.userId] })).found).toHaveLength(1);
  expect((await ask(b, 'stok', { notSaidTo: [bagas.userId] })).found).toEqual(['stok satu']);
  expect((await ask(b, 'stok', { saved: true })).found).toEqual(['stok satu']);
  expect((await ask(b, 'stok', { unread: true })).found).toHaveLength(2);
  // What one person keeps or has read is nothing to another.
  expect((await ask(a, 'stok', { saved: true })).found).toEqual([]);
  expect((await ask(a, 'stok', { unread: true })).found).toEqual([]);
});

it('S2, S11: no mark leads to a channel that the asker is not in, or no longer', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const { op } = relay.office;
  const asked: Partial<Up<'search'>>[] = [
    ...[{ pinned: true }, { saved: true }, { unread: true }, { saidTo: [bagas.userId] }],
    ...[{ pinned: false }, { saved: false }, { unread: false }, { thread: false }],
  ];
  const marked = async (channelId: ChannelId) => {
    const id = op();
    await a.run(id, 'message.send', sendArgs(channelId, `rahasia <@${bagas.userId}>`));
    const at = { channelId, messageId: id as string as MessageId };
    await a.run(op(), 'pin.add', at);
    return at;
  };
  await marked(direksi);
  const at = await marked(umum);
  await b.run(op(), 'saved.set', { ...at, state: 'open', remindAt: null });
  await a.run(op(), 'channel.remove', { channelId: umum, userId: bagas.userId });
  for (const more of asked) {
    expect(await ask(b, 'rahasia', more)).toMatchObject({ found: [], next: null });
    expect((await ask(b, '', { terms: [], ...more, channels: [direksi, umum] })).found).toEqual([]);
  }
});

it('understands the question of a client that knows fewer filters', async () => {
  const client = await relay.as(ayu);
  await say(client, umum, 'stok satu');
  const id = ++last;
  const older = {
    ...{ t: 'search', id, terms: [], authors: null, notAuthors: [], channels: null },
    ...{ notChannels: [], from: null, to: null, link: null, after: null, limit: 5 },
  };
  client.send(older as unknown as Up<'search'>);
  expect((await client.answer<'hits'>(id)).hits).toHaveLength(1);
});
