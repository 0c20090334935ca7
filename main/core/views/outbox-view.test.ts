import { describe, expect, it } from 'vitest';
import type { OpId } from '../../../shared/domain/ids.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

async function offline() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const dm = relay.conversation('budi', 'ayu');
  const message = relay.say('budi', channel, 'truk **sudah** masuk');
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const views = new TestViews(client.cache, client.clock);
  const send = (text: string, channelId = channel): OpId =>
    client.write('message.send', {
      channelId,
      rootId: null,
      broadcast: false,
      text,
      attachments: [],
    });
  const lines = (): string[] => views.outbox.items().map((one) => `${one.where}: ${one.summary}`);
  return { relay, client, cache: client.cache, views, channel, dm, message, send, lines };
}

describe('the outbox', () => {
  it('S7: lists what waits in the order of writing, each in a line', async () => {
    const { client, channel, dm, message, send, lines } = await offline();
    const at = { channelId: channel, messageId: message };
    const unsent = send(`<@${people.budi}> **besok** ya`);
    send('halo', dm);
    client.write('reaction.add', { ...at, emoji: '👍' });
    client.write('reaction.add', { channelId: channel, messageId: unsent as never, emoji: '🎉' });
    client.write('message.delete', at);
    client.write('channel.create', { name: 'baru', type: 'public', topic: '', userIds: [] });
    client.write('channel.update', { channelId: channel, topic: 'stok' });
    client.write('channel.invite', { channelId: channel, userIds: [people.citra] });
    client.write('conversation.open', { userIds: [people.citra] });
    client.write('profile.set', { status: { emoji: '🏖️', text: 'Cuti', until: null } });
    expect(lines()).toEqual([
      '#umum: @budi besok ya',
      'budi: halo',
      '#umum: 👍 “truk sudah masuk”',
      '#umum: 🎉 “@budi besok ya”',
      '#umum: “truk sudah masuk”',
      '#baru: #baru',
      '#umum: stok',
      '#umum: citra',
      'citra: citra',
      ': 🏖️ Cuti',
    ]);
  });

  it('leaves out what a person did not send: drafts and markers', async () => {
    const { client, views, channel } = await offline();
    client.write('draft.set', { channelId: channel, rootId: null, text: 'besok' });
    client.write('marker.set', { channelId: channel, epoch: 0, position: 1, ordinal: 1 });
    expect(views.outbox.items()).toEqual([]);
    expect(views.outbox.counts()).toEqual({ waiting: 0, refused: 0 });
  });

  it('S7: shows a draft that was refused: its text is nowhere else', async () => {
    const { client, cache, views, channel } = await offline();
    const op = client.write('draft.set', { channelId: channel, rootId: null, text: 'besok' });
    cache.transaction(() => cache.outbox.refused(op, { code: 'disabled' }));
    expect(views.outbox.items()).toMatchObject([{ op, state: 'refused', text: 'besok' }]);
    expect(views.outbox.counts()).toEqual({ waiting: 0, refused: 1 });
  });

  it('S7: tells waiting from sending and refused, and gives the text of each', async () => {
    const { client, cache, views, send } = await offline();
    const [refused, sending, waiting] = [send('a'), send('b'), send('c')];
    cache.transaction(() => cache.outbox.refused(refused, { code: 'archived' }));
    cache.outbox.markSent([sending]);
    expect(views.outbox.items()).toMatchObject([
      { op: refused, state: 'refused', refusal: { op: refused, code: 'archived' }, text: 'a' },
      { op: sending, state: 'sending', refusal: null, text: 'b' },
      { op: waiting, state: 'waiting', refusal: null, text: 'c' },
    ]);
    expect(views.outbox.counts()).toEqual({ waiting: 2, refused: 1 });
    expect(client.line).toBeNull();
  });

  it('S8: leaves out what is done and only waits for its rows', async () => {
    const { cache, views, send } = await offline();
    const op = send('a');
    cache.transaction(() => cache.outbox.acked(op, { org: 99_999 }));
    expect(views.outbox.items()).toEqual([]);
    expect(views.outbox.counts()).toEqual({ waiting: 0, refused: 0 });
  });

  it('S11: gives the text of a message for a channel that is gone', async () => {
    const { relay, client, views, channel, send } = await offline();
    relay.did('budi', 'channel.invite', { channelId: channel, userIds: [people.citra] });
    const op = send('terakhir');
    relay.did('citra', 'channel.remove', { channelId: channel, userId: people.ayu });
    await client.sync();
    expect(views.outbox.items()).toMatchObject([
      { op, state: 'refused', text: 'terakhir', summary: 'terakhir', channelId: channel },
    ]);
  });
});
