import { describe, expect, it, vi } from 'vitest';
import type { OpId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { office } from '../testing/synced-office.ts';

describe('the outbox', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('S8: an acknowledgement that comes %s its rows empties the outbox', async (_when, first) => {
    const { relay, client, cache, write } = office(2);
    relay.acksFirst = first;
    await client.sync();
    const id = write('hello');
    await client.settle();
    expect(cache.outbox.entries()).toEqual([]);
    expect(cache.rows.message(id)?.text).toBe('hello');
  });

  it('S8: an acknowledged message stays until its row is here, also over a broken line', async () => {
    const { relay, client, cache, scope, write } = office(2);
    relay.acksFirst = true;
    await client.sync();
    const id = write('hello');
    await client.handUp();
    await client.handDown();
    expect(cache.outbox.entries()).toMatchObject([{ op: id, state: 'acked' }]);
    expect(cache.overlay.newMessages(scope).map((one) => one.id)).toEqual([id]);
    client.drop();
    expect(cache.overlay.newMessages(scope).map((one) => one.id)).toEqual([id]);
    await client.sync();
    expect(cache.outbox.entries()).toEqual([]);
    expect(client.line!.came.filter(({ t }) => t === 'commands')).toEqual([]);
  });

  it('S1, S14: what was not answered goes out again with the same ids, and happens once', async () => {
    const { relay, client, cache, scope, write } = office(2);
    await client.sync();
    const ids = ['a', 'b', 'c'].map((text) => write(text));
    while (client.up.length > 0) await client.handUp();
    // Done at the relay; every answer is lost.
    client.drop();
    expect(cache.outbox.entries().map(({ state }) => state)).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    const line = client.connect();
    await client.settle();
    const sent = line.came.flatMap((frame) => (frame.t === 'commands' ? frame.commands : []));
    expect(sent.map(({ op }) => op)).toEqual(ids);
    expect(cache.outbox.entries()).toEqual([]);
    const texts = relay.work.all(scope, 'message').map(({ text }) => text);
    expect(texts.slice(-3)).toEqual(['a', 'b', 'c']);
    expect(texts.filter((text) => text === 'a')).toHaveLength(1);
  });

  it('S7: what is written while a long catch-up runs goes out at once, before the backfill', async () => {
    const { client, write } = office(900);
    client.connect();
    for (let n = 0; n < 6; n++) await (client.up.length > 0 ? client.handUp() : client.handDown());
    write('now');
    expect(client.up.some(({ t }) => t === 'commands')).toBe(true);
  });

  it('S8: the answers to a long outbox do not make the overlay anew one by one', async () => {
    const { client, cache, channel } = office(1);
    await client.sync();
    client.drop();
    const args = { channelId: channel, rootId: null, broadcast: false, text: 'x', attachments: [] };
    const ops = Array.from({ length: 300 }, (_, n) => anId(0x8000 + n) as OpId);
    cache.transaction(() => {
      for (const op of ops) cache.outbox.add(op, 'message.send', args, cache.actor, 1);
    });
    const read = vi.spyOn(cache.rows, 'message');
    const acks = ops.map((op) => ({ op, ok: false as const, refusal: { code: 'archived' } }));
    client.engine.receive({ t: 'acks', acks });
    cache.overlay.newMessages(channelScope(channel));
    expect(cache.outbox.count('refused')).toBe(300);
    expect(read.mock.calls.length).toBeLessThan(1_000);
  });

  it('S11: a command for a channel that was lost comes back refused, with its text', async () => {
    const { relay, client, cache, channel, write } = office(2);
    relay.did('budi', 'channel.invite', { channelId: channel, userIds: [people.citra] });
    await client.sync();
    client.drop();
    const id = write('too late');
    relay.did('citra', 'channel.remove', { channelId: channel, userId: people.ayu });
    await client.sync();
    expect(cache.outbox.entries()).toMatchObject([
      { op: id, state: 'refused', refusal: { code: 'not_member' }, args: { text: 'too late' } },
    ]);
  });

  it('S11: a message that was acknowledged, and whose channel was then lost, leaves the outbox', async () => {
    const { relay, client, cache, channel, write } = office(2);
    relay.did('budi', 'channel.invite', { channelId: channel, userIds: [people.citra] });
    relay.acksFirst = true;
    await client.sync();
    write('last words');
    await client.handUp();
    await client.handDown();
    expect(cache.outbox.count('acked')).toBe(1);
    client.drop();
    relay.did('citra', 'channel.remove', { channelId: channel, userId: people.ayu });
    await client.sync();
    expect(cache.outbox.entries()).toEqual([]);
  });

  it('a refused marker is dropped: nobody could do anything about it', async () => {
    const { client, cache, channel } = office(2);
    await client.sync();
    client.drop();
    const op = client.write('marker.set', {
      channelId: channel,
      epoch: 0,
      position: 1,
      ordinal: 1,
    });
    client.engine.receive({
      ...{ t: 'acks', acks: [{ op, ok: false, refusal: { code: 'disabled' } }] },
    });
    expect(cache.outbox.entries()).toEqual([]);
  });
});
