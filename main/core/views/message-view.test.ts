import { describe, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { previewId } from '../../../shared/domain/kinds/preview.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { MessageView } from '../../../shared/rpc/views.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

/** A client that holds one message of Ayu's and one of Budi's, and has no line. */
async function offline(setUp: (relay: FakeRelay, at: ChannelId) => void = () => undefined) {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const own = relay.say('ayu', channel, 'own');
  const other = relay.say('budi', channel, 'other');
  setUp(relay, channel);
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const views = new TestViews(client.cache, client.clock);
  const view = (id: string): MessageView => {
    const { messages } = views.messages.page(channel, { from: 'newest' }, 100);
    return messages.find((one) => one.id === id)!;
  };
  const react = (who: 'ayu' | 'budi' | 'citra', messageId: MessageId, emoji: string): string =>
    relay.did(who, 'reaction.add', { channelId: channel, messageId, emoji });
  return { relay, client, cache: client.cache, views, view, channel, own, other, react };
}

describe('the state of a message', () => {
  it('S8: sent, waiting while a command on it is open, sent again', async () => {
    const { client, view, channel, own } = await offline();
    expect(view(own)).toMatchObject({ state: 'sent', refused: null });
    const edit = { channelId: channel, messageId: own, base: own, text: 'mended' };
    client.write('message.edit', edit);
    expect(view(own)).toMatchObject({ state: 'waiting', text: 'mended' });
    expect(view(own).editedAt).not.toBeNull();
    await client.sync();
    expect(view(own)).toMatchObject({ state: 'sent', text: 'mended' });
  });

  it('S8: is sent from its acknowledgement on, though its row is not here yet', async () => {
    const { relay, client, view, channel } = await offline();
    relay.acksFirst = true;
    await client.sync();
    const args = { channelId: channel, rootId: null, broadcast: false, text: 'x', attachments: [] };
    const op = client.write('message.send', args);
    expect(view(op).state).toBe('waiting');
    await client.handUp();
    await client.handDown();
    expect(view(op).state).toBe('sent');
  });

  it('S9: a stale edit shows the text as it is, with the refusal, and keeps what was written', async () => {
    const { relay, client, cache, view, channel, own } = await offline();
    const edit = { channelId: channel, messageId: own, base: own };
    const op = client.write('message.edit', { ...edit, text: 'mine' });
    const theirs = relay.did('ayu', 'message.edit', { ...edit, text: 'theirs' });
    await client.sync();
    expect(view(own)).toMatchObject({
      state: 'refused',
      text: 'theirs',
      refused: { op, code: 'stale', currentText: 'theirs', currentOp: theirs },
    });
    expect(cache.outbox.get(op)?.args).toMatchObject({ text: 'mine' });
  });

  it('S9: a deletion wins: no words, no reactions, its place kept', async () => {
    const { client, view, channel, own, react } = await offline();
    react('budi', own, '👍');
    await client.sync();
    expect(view(own).reactions).toHaveLength(1);
    const { position } = view(own);
    client.write('message.delete', { channelId: channel, messageId: own });
    expect(view(own)).toMatchObject({ deleted: true, text: '', reactions: [], position });
  });

  it('S7: a refused message keeps its words and attachments', async () => {
    const { relay, client, view, channel } = await offline();
    const file = { url: 'https://example.org/a.pdf', title: 'a.pdf', text: '' };
    const attachment = { type: 'link', ...file, mediaType: null, size: null } as const;
    const op = client.write('message.send', {
      ...{ channelId: channel, rootId: null, broadcast: false, text: 'with a link' },
      attachments: [attachment],
    });
    relay.did('ayu', 'channel.archive', { channelId: channel, archived: true });
    await client.sync();
    expect(view(op)).toMatchObject({
      ...{ state: 'refused', text: 'with a link', attachments: [attachment] },
      refused: { op, code: 'archived' },
    });
  });
});

describe('reactions', () => {
  it('are grouped by emoji, these and the people in the order in which they came', async () => {
    const { client, relay, view, channel, other, react } = await offline();
    relay.did('citra', 'channel.join', { channelId: channel });
    react('citra', other, '👍');
    react('citra', other, '🎉');
    react('budi', other, '👍');
    react('ayu', other, '👍');
    await client.sync();
    expect(view(other).reactions).toEqual([
      { emoji: '👍', count: 3, mine: true, userIds: [people.citra, people.budi, people.ayu] },
      { emoji: '🎉', count: 1, mine: false, userIds: [people.citra] },
    ]);
  });

  it('S8: one’s own come and go at once', async () => {
    const { client, view, channel, other, react } = await offline();
    react('budi', other, '👍');
    await client.sync();
    client.drop();
    const at = { channelId: channel, messageId: other };
    client.write('reaction.add', { ...at, emoji: '👍' });
    client.write('reaction.add', { ...at, emoji: '🎉' });
    expect(view(other).reactions).toMatchObject([
      { emoji: '👍', count: 2, mine: true },
      { emoji: '🎉', count: 1, mine: true, userIds: [people.ayu] },
    ]);
    client.write('reaction.remove', { ...at, emoji: '👍' });
    client.write('reaction.remove', { ...at, emoji: '🎉' });
    expect(view(other).reactions).toMatchObject([{ emoji: '👍', count: 1, mine: false }]);
    await client.sync();
    expect(view(other).reactions).toMatchObject([{ emoji: '👍', count: 1, mine: false }]);
  });

  it('name at most twenty people, and count all', async () => {
    const { cache, view, channel, other } = await offline();
    const scope = `channel:${channel}` as const;
    for (let n = 0; n < 30; n++) {
      const userId = `u${n}`;
      const id = `${other}/${userId}/👍`;
      cache.rows.apply(scope, {
        ...{ kind: 'reaction', id, version: 100 + n, messageId: other, userId, emoji: '👍' },
      });
    }
    const [reaction] = view(other).reactions;
    expect(reaction?.count).toBe(30);
    expect(reaction?.userIds).toHaveLength(20);
  });
});

describe('mentions', () => {
  it.each([
    ['by name', `<@${people.ayu}>`, true],
    ['everybody', '<!channel>', true],
    ['somebody else', `<@${people.eka}>`, false],
    ['quoted in code', `\`<@${people.ayu}>\``, false],
    ['nobody', 'a < b', false],
  ])('%s', async (_who, text, mentioned) => {
    let said = '';
    const { view } = await offline((relay, channel) => (said = relay.say('budi', channel, text)));
    expect(view(said).mentionsMe).toBe(mentioned);
  });

  it('nobody mentions themselves', async () => {
    let said = '';
    const text = `<@${people.ayu}> <!here>`;
    const { view } = await offline((relay, channel) => (said = relay.say('ayu', channel, text)));
    expect(view(said).mentionsMe).toBe(false);
  });
});

describe('the preview of a page', () => {
  it('S8: stands below its message, and goes at once for whoever takes it away', async () => {
    let said = '';
    const text = 'https://a.id';
    const picture = { fileId: 'gambar', alt: 'Beras' };
    const { relay, client, view, channel } = await offline((before, at) => {
      said = before.say('ayu', at, text);
      const id = previewId(said, 0);
      const words = { url: text, title: 'Harga', text: '', site: 'a.id', at: 1 };
      before.lay(channelScope(at), { kind: 'preview', id, messageId: said, ...words, picture });
    });
    const shown = { place: 0, url: text, title: 'Harga', text: '', site: 'a.id', picture };
    expect(view(said).previews).toEqual([shown]);
    const at = { channelId: channel, messageId: said as MessageId };
    client.write('preview.remove', { ...at, place: 0 });
    expect(view(said).previews).toEqual([]);
    await client.sync();
    expect(view(said).previews).toEqual([]);
    expect(relay.work.all(channelScope(channel), 'preview')).toEqual([]);
  });

  it('goes with its link, and with the words of its message', async () => {
    const { relay, client, view, channel, own } = await offline((before, at) => {
      const all = before.work.all(channelScope(at), 'message');
      const messageId = all.find(({ text }) => text === 'own')!.id as MessageId;
      const edit = { channelId: at, messageId, base: messageId, text: 'https://a.id' };
      before.did('ayu', 'message.edit', edit);
      const id = previewId(messageId, 0);
      const words = { url: 'https://a.id', title: 'Harga', text: '', site: 'a.id', at: 1 };
      before.lay(channelScope(at), { kind: 'preview', id, messageId, ...words });
    });
    expect(view(own).previews).toHaveLength(1);
    const base = view(own).op;
    client.write('message.edit', {
      channelId: channel,
      messageId: own,
      base,
      text: 'https://b.id',
    });
    expect(view(own).previews).toEqual([]);
    await client.sync();
    expect(relay.work.all(channelScope(channel), 'preview')).toEqual([]);
  });
});
