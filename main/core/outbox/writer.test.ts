import { describe, expect, it } from 'vitest';
import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { MessageId, OpId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestClient } from '../testing/client.ts';

/** A client that holds one channel of Ayu's, with a message of hers in it, and has no line. */
async function offline() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const message = relay.say('ayu', channel, 'first');
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const topics: string[] = [];
  client.clock.advance(1_000);
  client.opened.topics.subscribe((told) => topics.push(...told));
  const told = (): string[] => {
    client.clock.advance(1_000);
    return topics.splice(0).sort();
  };
  const saying = (text: string, rootId: MessageId | null = null): ArgsOf<'message.send'> => ({
    ...{ channelId: channel, rootId, broadcast: false, text, attachments: [] },
  });
  const edit = (text: string): ArgsOf<'message.edit'> => ({
    ...{ channelId: channel, messageId: message, base: message, text },
  });
  return { relay, client, channel, message, scope: channelScope(channel), told, saying, edit };
}

describe('write', () => {
  it('S7, S8: writes it down and shows it at once, and tells whom it concerns', async () => {
    const { client, channel, scope, told, saying } = await offline();
    const op = client.write('message.send', saying('hello'));
    expect(client.cache.overlay.newMessages(scope)).toMatchObject([{ id: op, text: 'hello' }]);
    expect(client.opened.again().outbox.entries()).toMatchObject([{ op, state: 'waiting' }]);
    expect(told()).toEqual([`channel:${channel}`, 'connection', 'outbox', 'sidebar']);
  });

  it('S8: shows it once also when the overlay was to be made anew at that moment', async () => {
    const { client, message, scope, saying } = await offline();
    client.cache.overlay.invalidate();
    client.write('message.send', saying('reply', message));
    const { overlay } = client.cache;
    expect(overlay.get(scope, 'thread', message)?.replies).toBe(1);
    const { count } = client.cache.scopes.find(scope)!;
    overlay.invalidate();
    client.write('message.send', saying('hello'));
    expect(overlay.newMessages(scope).map(({ ordinal }) => ordinal)).toEqual([count, count + 1]);
    expect(overlay.count(scope)).toBe(count + 1);
  });

  it('tells the readers of a thread of a reply, and those who read drafts of a draft', async () => {
    const { client, channel, message, told, saying } = await offline();
    client.opened.topics.watch(`thread:${message}`);
    client.write('message.send', saying('reply', message));
    expect(told()).toContain(`thread:${message}`);
    client.write('draft.set', { channelId: channel, rootId: null, text: 'x' });
    expect(told()).toContain('drafts');
  });

  it('tells the readers of a thread of what is done to a reply that is itself not sent', async () => {
    const { client, channel, message, told, saying } = await offline();
    client.opened.topics.watch(`thread:${message}`);
    const reply = client.write('message.send', saying('reply', message)) as string as MessageId;
    told();
    client.write('reaction.add', { channelId: channel, messageId: reply, emoji: '👍' });
    expect(told()).toContain(`thread:${message}`);
  });

  it('tells all readers of a channel that its maker has only just written down', async () => {
    const { client, told } = await offline();
    const args = { name: 'baru', type: 'private', topic: '', userIds: [] } as const;
    const op = client.write('channel.create', { ...args, userIds: [] });
    expect(told()).toContain(`channel:${op}`);
  });

  it('a call that breaks the schema is thrown back, and nothing is written', async () => {
    const { client, saying } = await offline();
    expect(() => client.write('message.send', saying('  '))).toThrow('nothing to send');
    expect(client.cache.outbox.entries()).toEqual([]);
  });

  it('S7: a disk that refuses is told, and neither memory nor the screen keeps the command', async () => {
    const { client, scope, saying } = await offline();
    client.cache.db.pragma('query_only=ON');
    const write = (): OpId => client.write('message.send', saying('hello'));
    expect(write).toThrow(expect.objectContaining({ code: 'read_only' }));
    expect(client.cache.outbox.entries()).toEqual([]);
    expect(client.cache.overlay.newMessages(scope)).toEqual([]);
    client.cache.db.pragma('query_only=OFF');
    expect(write).not.toThrow();
  });

  it('S8: a superseded draft no longer shows, whatever its successor says', async () => {
    const { client, channel } = await offline();
    const scope = `user:${people.ayu}` as const;
    client.write('draft.set', { channelId: channel, rootId: null, text: 'Besok' });
    expect(client.cache.overlay.get(scope, 'draft', channel)?.text).toBe('Besok');
    client.write('draft.set', { channelId: channel, rootId: null, text: '' });
    expect(client.cache.overlay.get(scope, 'draft', channel)).toBeUndefined();
    expect(client.cache.overlay.list(scope, 'draft')).toEqual([]);
  });

  it('S8: what is shown of a superseded marker is what the outbox holds', async () => {
    const { client, channel } = await offline();
    const scope = `user:${people.ayu}` as const;
    const at = (position: number) => ({
      channelId: channel,
      epoch: 0,
      position,
      ordinal: position,
    });
    client.write('marker.set', at(50));
    client.write('marker.set', at(40));
    const shown = client.cache.overlay.get(scope, 'marker', channel);
    expect(shown?.position).toBe(40);
    client.cache.overlay.invalidate();
    expect(client.cache.overlay.get(scope, 'marker', channel)).toEqual(shown);
  });
});

describe('discard', () => {
  it('S7: what goes elsewhere goes in the same transaction, so that it is here or there', async () => {
    const { client, saying } = await offline();
    const op = client.write('message.send', saying('hello'));
    const kill = new Error('killed in between');
    expect(() =>
      client.writer.discard(op, () => {
        throw kill;
      }),
    ).toThrow(kill);
    expect(client.opened.again().outbox.entries()).toMatchObject([{ op, state: 'waiting' }]);
    let stood: unknown;
    expect(client.writer.discard(op, () => (stood = client.cache.outbox.get(op)))).toBe(true);
    expect(stood).toMatchObject({ op });
    expect(client.opened.again().outbox.entries()).toEqual([]);
    expect(client.writer.discard(op)).toBe(false);
  });

  it('takes a command back that never left', async () => {
    const { client, scope, told, channel, saying } = await offline();
    const op = client.write('message.send', saying('hello'));
    told();
    client.writer.discard(op);
    expect(client.cache.outbox.entries()).toEqual([]);
    expect(client.cache.overlay.newMessages(scope)).toEqual([]);
    expect(told()).toContain(`channel:${channel}`);
  });

  it('leaves what is under way or done: it may have happened already', async () => {
    const { client, saying } = await offline();
    const op = client.write('message.send', saying('hello'));
    client.connect();
    client.writer.discard(op);
    expect(client.cache.outbox.get(op)?.state).toBe('waiting');
    client.cache.outbox.acked(op, { org: 10_000 });
    client.writer.discard(op);
    expect(client.cache.outbox.get(op)?.state).toBe('acked');
    expect(() => client.writer.discard('no such op' as OpId)).not.toThrow();
  });
});

describe('retry', () => {
  it('S1: a refused command goes out under a new id, last in the order', async () => {
    const { client, scope, saying } = await offline();
    const first = client.write('message.send', saying('first'));
    const second = client.write('message.send', saying('second'));
    client.cache.transaction(() => client.cache.outbox.refused(first, { code: 'archived' }));
    client.cache.overlay.invalidate();
    client.writer.retry(first);
    const entries = client.cache.outbox.entries();
    expect(entries.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(entries[0]?.op).toBe(second);
    expect(entries[1]?.op).not.toBe(first);
    expect(client.cache.overlay.newMessages(scope).map(({ text }) => text)).toEqual([
      'second',
      'first',
    ]);
  });

  it('does nothing to a command that waits', async () => {
    const { client, saying } = await offline();
    const op = client.write('message.send', saying('first'));
    client.writer.retry(op);
    expect(client.cache.outbox.entries().map((entry) => entry.op)).toEqual([op]);
  });
});

describe('overwrite', () => {
  it('S9: writes the edit again over the text that the refusal showed', async () => {
    const { relay, client, channel, message, scope, edit } = await offline();
    const op = client.write('message.edit', edit('mine'));
    // Her other device was faster.
    relay.did('ayu', 'message.edit', edit('theirs'));
    client.connect();
    await client.settle();
    expect(client.cache.outbox.get(op)).toMatchObject({
      state: 'refused',
      refusal: { code: 'stale' },
    });
    expect(client.cache.overlay.get(scope, 'message', message)?.text).toBe('theirs');
    client.writer.overwrite(op);
    await client.settle();
    expect(client.cache.outbox.entries()).toEqual([]);
    expect(relay.work.get(scope, 'message', message)?.text).toBe('mine');
    expect(channel).toBeDefined();
  });

  it('S9: knows the present text from the refusal also before its row has come', async () => {
    const { relay, client, message, scope, edit } = await offline();
    const op = client.write('message.edit', edit('mine'));
    relay.did('ayu', 'message.edit', edit('theirs'));
    const current = relay.work.get(scope, 'message', message)!;
    client.cache.transaction(() => client.cache.outbox.refused(op, { code: 'stale', current }));
    client.writer.overwrite(op);
    await client.sync();
    expect(client.cache.outbox.entries()).toEqual([]);
    expect(relay.work.get(scope, 'message', message)?.text).toBe('mine');
  });

  it('only an edit that was refused is written again', async () => {
    const { client, edit, saying } = await offline();
    const op = client.write('message.edit', edit('mine'));
    const sent = client.write('message.send', saying('x'));
    client.cache.transaction(() => client.cache.outbox.refused(sent, { code: 'archived' }));
    client.writer.overwrite(op);
    client.writer.overwrite(sent);
    expect(client.cache.outbox.entries().map((entry) => entry.op)).toEqual([op, sent]);
  });
});
