import { describe, expect, it } from 'vitest';
import type { MessageId, TaskId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

/** A checklist of Budi's, on the screen of Ayu. */
async function listed() {
  const relay = new FakeRelay();
  const channelId = relay.channel();
  relay.did('ayu', 'channel.invite', { channelId, userIds: [people.citra] });
  const words = { channelId, rootId: null, broadcast: false, text: 'Tutup', attachments: [] };
  const checklist = ['Hitung', 'Kunci'];
  const op = relay.did('budi', 'message.send', { ...words, checklist }) as string;
  const ownerId = op as TaskId;
  const client = new TestClient(relay);
  await client.sync();
  const views = new TestViews(client.cache, client.clock);
  const view = (id: string = op) => {
    const { messages } = views.messages.page(channelId, { from: 'newest' }, 50);
    return messages.find((one) => one.id === id)!.checklist!;
  };
  const tick = (itemId: string, done = true) =>
    client.write('checklist.tick', { channelId, ownerId, itemId, done });
  return { relay, client, views, channelId, ownerId, messageId: op as MessageId, view, tick };
}

describe('a checklist on the screen', () => {
  it('S8: is ticked at once without a line; what others tick meanwhile stays ticked', async () => {
    const { relay, client, channelId, ownerId, view, tick } = await listed();
    client.drop();
    tick('0');
    expect(view()).toMatchObject({ done: 1, items: [{ doneBy: people.ayu, waiting: true }, {}] });
    relay.did('citra', 'checklist.tick', { channelId, ownerId, itemId: '1', done: true });
    await client.sync();
    expect(view().items.map(({ doneBy }) => doneBy)).toEqual([people.ayu, people.citra]);
    expect(view().items.every(({ waiting }) => !waiting)).toBe(true);
    client.drop();
    tick('1', false);
    expect(view().done).toBe(1);
  });

  it('S8: is there, and grows, before its message was sent', async () => {
    const { client, channelId, view } = await listed();
    client.drop();
    const words = { channelId, rootId: null, broadcast: false, text: 'Buka', attachments: [] };
    const id = client.write('message.send', { ...words, checklist: ['Lampu'] }) as string;
    const ownerId = id as TaskId;
    client.write('checklist.set', { channelId, ownerId, itemId: null, text: 'Alarm' });
    client.write('checklist.tick', { channelId, ownerId, itemId: '0', done: true });
    const shown = () => view(id).items.map(({ text, doneBy }) => [text, doneBy !== null]);
    expect(shown()).toEqual([
      ['Lampu', true],
      ['Alarm', false],
    ]);
    await client.sync();
    expect(shown()).toEqual([
      ['Lampu', true],
      ['Alarm', false],
    ]);
  });

  it('names who ticked', async () => {
    const { relay, client, views, channelId, ownerId } = await listed();
    relay.did('citra', 'checklist.tick', { channelId, ownerId, itemId: '1', done: true });
    await client.sync();
    const page = views.messages.page(channelId, { from: 'newest' }, 50);
    expect(page.people[people.citra]?.displayName).toBe('citra');
  });

  it('S7: a tick that was refused is told at the list', async () => {
    const { relay, client, channelId, ownerId, view, tick } = await listed();
    client.drop();
    tick('0');
    relay.did('budi', 'checklist.set', { channelId, ownerId, itemId: '0', text: null });
    await client.sync();
    expect(view()).toMatchObject({ items: [{ text: 'Kunci' }], refused: { code: 'not_found' } });
  });

  it('S9, S11: goes with its message, and with the channel', async () => {
    const { relay, client, views, channelId, messageId, tick } = await listed();
    tick('0');
    await client.sync();
    relay.did('budi', 'message.delete', { channelId, messageId });
    await client.sync();
    const { messages } = views.messages.page(channelId, { from: 'newest' }, 50);
    expect(messages.find(({ id }) => id === messageId)?.checklist).toBeNull();
    expect(client.cache.rows.list(channelScope(channelId), 'tick')).toEqual([]);
  });
});
