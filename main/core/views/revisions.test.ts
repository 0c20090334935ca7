import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { revisionList } from './revisions.ts';

async function edited() {
  const relay = new FakeRelay();
  const channelId = relay.channel();
  const messageId: MessageId = relay.say('ayu', channelId, 'satu');
  const edit = { channelId, messageId, base: messageId, text: `dua <@${people.budi}>` };
  relay.did('ayu', 'message.edit', edit);
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const views = new TestViews(client.cache, client.clock);
  const { messageViews, people: persons, channels } = views;
  const parts = { cache: client.cache, views: messageViews, people: persons, channels };
  const list = () => revisionList(parts, channelId, messageId);
  const view = () => {
    const { messages } = views.messages.page(channelId, { from: 'newest' }, 100);
    return messages.find(({ id }) => id === messageId)!;
  };
  const write = (text: string) =>
    client.write('message.edit', { channelId, messageId, base: view().op, text });
  return { relay, client, channelId, messageId, list, view, write };
}

describe('what a message said before', () => {
  it('S8: is there without a network, with an edit that still waits', async () => {
    const { client, list, view, write } = await edited();
    expect(view().revisions).toBe(1);
    expect(list()).toMatchObject({ now: { text: `dua <@${people.budi}>` }, complete: true });
    expect(list().revisions.map(({ text }) => text)).toEqual(['satu']);
    write('tiga');
    expect(view().revisions).toBe(2);
    expect(list().revisions.map(({ text }) => text)).toEqual([`dua <@${people.budi}>`, 'satu']);
    expect(list().people[people.budi]?.displayName).toBe('budi');
    await client.sync();
    expect(list().revisions).toHaveLength(2);
  });

  it('is nobody’s where the company does not want it, though it was kept before', async () => {
    const { relay, client, list, view } = await edited();
    relay.did('citra', 'workspace.set', { policy: { editHistory: false } });
    await client.sync();
    expect(view().revisions).toBe(0);
    expect(list()).toMatchObject({ now: null, revisions: [] });
  });

  it('is gone from this computer when its message is deleted', async () => {
    const { relay, client, channelId, messageId, list, view } = await edited();
    relay.did('ayu', 'message.delete', { channelId, messageId });
    await client.sync();
    expect(view()).toMatchObject({ deleted: true, revisions: 0 });
    expect(list().revisions).toEqual([]);
    expect(client.cache.rows.list(channelScope(channelId), 'revision')).toEqual([]);
  });
});

describe('a deleted message', () => {
  it('leaves a mark, or nothing at all where the company wants that, but for the root of a thread', async () => {
    const { relay, client, channelId, messageId, view } = await edited();
    const reply = relay.say('budi', channelId, 'balasan', messageId);
    relay.did('ayu', 'message.delete', { channelId, messageId });
    await client.sync();
    expect(view()).toMatchObject({ deleted: true, gone: false });
    relay.did('citra', 'workspace.set', { policy: { deletedMarks: false } });
    await client.sync();
    expect(view().gone).toBe(false);
    relay.did('budi', 'message.delete', { channelId, messageId: reply });
    await client.sync();
    expect(view().gone).toBe(true);
  });
});
