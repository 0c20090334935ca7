import { describe, expect, it } from 'vitest';
import type { ArgsOf, CommandName } from '../../../shared/commands/registry.ts';
import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { reactionId } from '../../../shared/domain/kinds/reaction.ts';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';

const mine = userScope(people.ayu);

/** A client that holds one channel with two messages in it, and has no line. */
async function offline(setUp: (relay: FakeRelay) => void = () => undefined) {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const first = relay.say('ayu', channel, 'first');
  const second = relay.say('budi', channel, 'second');
  setUp(relay);
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const say = (text: string, rootId: MessageId | null = null, channelId = channel): MessageId => {
    const args = { channelId, rootId, broadcast: false, text, attachments: [] };
    return client.write('message.send', args) as string as MessageId;
  };
  const { cache } = client;
  const scope = channelScope(channel);
  const text = (id: string): string | undefined => cache.overlay.get(scope, 'message', id)?.text;
  return { relay, client, cache, overlay: cache.overlay, channel, scope, first, second, say, text };
}

describe('what is shown before anything was sent', () => {
  it('S8: a message is sent, edited, reacted to and deleted, all without a line', async () => {
    const { client, overlay, channel, scope, say, text } = await offline();
    const id = say('helo');
    const at = { channelId: channel, messageId: id };
    const edit = client.write('message.edit', { ...at, base: id, text: 'hello' });
    expect(text(id)).toBe('hello');
    client.write('message.edit', { ...at, base: edit, text: 'hello!' });
    expect(text(id)).toBe('hello!');
    client.write('reaction.add', { ...at, emoji: '👍' });
    const reaction = reactionId(id, people.ayu, '👍');
    expect(overlay.get(scope, 'reaction', reaction)?.messageId).toBe(id);
    client.write('reaction.remove', { ...at, emoji: '👍' });
    expect(overlay.get(scope, 'reaction', reaction)).toBeUndefined();
    expect([...overlay.layer(scope, 'reaction')]).toEqual([[reaction, null]]);
    client.write('message.delete', at);
    expect(overlay.get(scope, 'message', id)).toMatchObject({ text: '' });
    expect(overlay.get(scope, 'message', id)?.deletedAt).not.toBeNull();
    expect(overlay.newMessages(scope)).toHaveLength(1);
  });

  it('S8: the relay comes to the same, and the overlay is empty afterwards', async () => {
    const { relay, client, cache, channel, scope, first, say } = await offline();
    const id = say('helo');
    const at = { channelId: channel, messageId: id };
    client.write('message.edit', { ...at, base: id, text: 'hello' });
    client.write('reaction.add', { ...at, emoji: '👍' });
    say('a reply', id);
    say('an answer', first);
    client.write('message.delete', { channelId: channel, messageId: first });
    const shown = cache.overlay.get(scope, 'message', id);
    await client.sync();
    expect(cache.outbox.entries()).toEqual([]);
    expect([...cache.overlay.messages()]).toEqual([]);
    expect(cache.rows.message(id)).toEqual(relay.work.get(scope, 'message', id));
    expect(cache.rows.message(id)?.text).toBe(shown?.text);
    expect(cache.rows.get(scope, 'thread', id)?.replies).toBe(1);
    expect(cache.rows.message(first)?.deletedAt).not.toBeNull();
  });

  it('S8: an edit and a deletion of a confirmed message keep its place', async () => {
    const { client, overlay, channel, scope, first, second, text } = await offline();
    const { position } = overlay.get(scope, 'message', first)!;
    const at = { channelId: channel, messageId: first };
    client.write('message.edit', { ...at, base: first, text: 'mended' });
    expect(text(first)).toBe('mended');
    client.write('message.delete', at);
    expect(overlay.get(scope, 'message', first)).toMatchObject({ position, text: '' });
    expect(overlay.newMessages(scope)).toEqual([]);
    expect(text(second)).toBe('second');
  });

  it('a channel is made, talked in, renamed and closed', async () => {
    const { client, cache, overlay, say } = await offline();
    const args = { name: 'baru', type: 'public', topic: '', userIds: [people.budi] } as const;
    const op = client.write('channel.create', { ...args, userIds: [people.budi] });
    const channel = op as string as ChannelId;
    const scope = channelScope(channel);
    expect(overlay.get(orgScope, 'channel', channel)).toMatchObject({
      name: 'baru',
      type: 'public',
    });
    expect(overlay.get(mine, 'membership', channel)).toBeDefined();
    expect(overlay.list(scope, 'member').map(({ id, role }) => [id, role])).toEqual([
      [people.ayu, 'owner'],
      [people.budi, 'member'],
    ]);
    const id = say('hello', null, channel);
    client.write('channel.update', { channelId: channel, name: 'lebih-baru' });
    client.write('channel.archive', { channelId: channel, archived: true });
    expect(overlay.get(orgScope, 'channel', channel)).toMatchObject({ name: 'lebih-baru' });
    expect(overlay.get(orgScope, 'channel', channel)?.archivedAt).not.toBeNull();
    const told = overlay.newMessages(scope).map((one) => one.system?.type ?? one.id);
    expect(told).toEqual(['created', id, 'renamed', 'archived']);
    await client.sync();
    expect(cache.outbox.entries()).toEqual([]);
    expect(cache.rows.get(orgScope, 'channel', channel)?.name).toBe('lebih-baru');
  });

  it('a public channel is joined and left again', async () => {
    const { client, cache, overlay, say } = await offline((relay) => {
      relay.did('budi', 'channel.create', {
        ...{ name: 'kantin', type: 'public', topic: '', userIds: [] },
      });
    });
    const kantin = cache.rows.list(orgScope, 'channel').find(({ name }) => name === 'kantin')!;
    const channelId = kantin.id as ChannelId;
    const scope = channelScope(channelId);
    client.write('channel.join', { channelId });
    expect(overlay.get(mine, 'membership', channelId)).toBeDefined();
    const id = say('siang', null, channelId);
    expect(overlay.newMessages(scope).map((one) => one.system?.type ?? one.id)).toEqual([
      'joined',
      id,
    ]);
    client.write('channel.leave', { channelId });
    expect(overlay.get(mine, 'membership', channelId)).toBeUndefined();
    expect(overlay.list(mine, 'membership').map((one) => one.id)).not.toContain(channelId);
    await client.sync();
    expect(cache.outbox.entries()).toEqual([]);
    expect(cache.rows.get(mine, 'membership', channelId)).toBeUndefined();
    expect(cache.scopes.find(scope)).toBeUndefined();
  });

  it('markers, drafts, settings and the profile show at once', async () => {
    const { client, overlay, channel, scope, second } = await offline();
    const { position, ordinal } = overlay.get(scope, 'message', second)!;
    client.write('marker.set', { channelId: channel, epoch: 0, position, ordinal });
    client.write('draft.set', { channelId: channel, rootId: null, text: 'besok' });
    client.write('membership.set', { channelId: channel, muted: true });
    client.write('profile.set', { displayName: 'Ayu Kartika' });
    expect(overlay.get(mine, 'marker', channel)).toMatchObject({ position, ordinal });
    expect(overlay.list(mine, 'draft')).toMatchObject([{ text: 'besok' }]);
    expect(overlay.get(mine, 'membership', channel)?.muted).toBe(true);
    expect(overlay.get(orgScope, 'user', people.ayu)?.displayName).toBe('Ayu Kartika');
  });

  it('S9: a marker that another device took further is not taken back by one that waits', async () => {
    const { relay, client, cache, channel, second } = await offline();
    client.write('marker.set', { channelId: channel, epoch: 0, position: 4, ordinal: 1 });
    const { position } = relay.work.get(channelScope(channel), 'message', second)!;
    relay.did('ayu', 'marker.set', { channelId: channel, epoch: 0, position, ordinal: 2 });
    await client.sync();
    expect(cache.overlay.get(mine, 'marker', channel)).toMatchObject({ position, ordinal: 2 });
  });
});

describe('the place of what is not sent', () => {
  it('S5: after everything else, in the order of writing, however often it is made anew', async () => {
    const { overlay, scope, say } = await offline();
    const ids = ['a', 'b', 'c'].map((text) => say(text));
    const shown = overlay.newMessages(scope);
    expect(shown.map(({ id }) => id)).toEqual(ids);
    expect(shown.every(({ position }) => position >= FIRST_UNSENT)).toBe(true);
    overlay.invalidate();
    expect(overlay.newMessages(scope)).toEqual(shown);
  });

  it('S5: does not move when others before it are done, nor when a channel makes many rows', async () => {
    const { client, overlay, scope, cache, say } = await offline();
    const first = say('a');
    const everybody = Array.from({ length: 100 }, () => people.budi);
    client.write('channel.create', {
      ...{ name: 'ramai', type: 'private', topic: '', userIds: everybody },
    });
    const last = say('b');
    const before = overlay.get(scope, 'message', last)?.position;
    cache.transaction(() => cache.outbox.remove(first as string as never));
    overlay.invalidate();
    expect(overlay.get(scope, 'message', last)?.position).toBe(before);
  });

  it('counts on from what is confirmed', async () => {
    const { overlay, cache, scope, say } = await offline();
    const { count } = cache.scopes.find(scope)!;
    const [a, b] = [say('a'), say('b')];
    say('a reply does not count', a);
    expect(overlay.get(scope, 'message', b)?.ordinal).toBe(count + 2);
    expect(overlay.count(scope)).toBe(count + 2);
  });
});

describe('what the client itself would refuse', () => {
  it('is not shown, is left to the relay, and does not disturb the rest', async () => {
    const { client, cache, overlay, channel, scope, second, say, text } = await offline();
    client.write('message.edit', {
      channelId: channel,
      messageId: second,
      base: second,
      text: 'mine',
    });
    expect(text(second)).toBe('second');
    const id = say('hello');
    expect(overlay.newMessages(scope).map((one) => one.id)).toEqual([id]);
    await client.sync();
    expect(cache.outbox.entries()).toMatchObject([
      { name: 'message.edit', state: 'refused', refusal: { code: 'forbidden' } },
    ]);
    expect(cache.rows.message(id)?.text).toBe('hello');
  });

  it('drops all that such a command wrote before it was refused', async () => {
    const { client, overlay } = await offline();
    const create = (): string =>
      client.write('channel.create', { name: 'baru', type: 'public', topic: '', userIds: [] });
    const [made, refused] = [create(), create()];
    expect(overlay.get(orgScope, 'channel', made)).toBeDefined();
    expect(overlay.get(orgScope, 'channel', refused)).toBeUndefined();
    expect(overlay.list(mine, 'membership').map((one) => one.id)).not.toContain(refused);
  });

  it('S7: a refused command is no longer shown by the overlay, and stays in the outbox', async () => {
    const { relay, client, cache, scope, channel, say } = await offline();
    const id = say('too late');
    relay.did('ayu', 'channel.archive', { channelId: channel, archived: true });
    await client.sync();
    expect(cache.overlay.newMessages(scope)).toEqual([]);
    expect(cache.outbox.entries()).toMatchObject([
      { op: id, state: 'refused', refusal: { code: 'archived' }, args: { text: 'too late' } },
    ]);
  });
});

/** All that a person sees of these channels: who is in them, and what was said. */
function seen({ cache }: TestClient, channels: readonly ChannelId[]) {
  return channels.map((channel) => {
    const scope = channelScope(channel);
    const confirmed = cache.db
      .prepare<[string]>(
        `SELECT m.json FROM messages m JOIN scopes s ON s.id = m.scope_id WHERE s.name = ?
         ORDER BY position`,
      )
      .pluck()
      .all(scope)
      .map((json) => JSON.parse(json as string) as { id: string });
    const ids = [...confirmed, ...cache.overlay.newMessages(scope)].map(({ id }) => id);
    const known =
      cache.overlay.get(orgScope, 'channel', channel) ??
      cache.overlay.get(scope, 'channel', channel);
    return {
      name: known?.name,
      place: cache.overlay.get(mine, 'membership', channel) !== undefined,
      messages: ids.map((id) => {
        const row = cache.overlay.get(scope, 'message', id);
        return row?.system?.type ?? row?.text;
      }),
      reactions: cache.overlay.list(scope, 'reaction').map(({ emoji }) => emoji),
      replies: cache.overlay.list(scope, 'thread').map(({ replies }) => replies),
    };
  });
}

type Write = <N extends CommandName>(name: N, args: ArgsOf<N>) => string;

/** Ways to change something, each with the channels whose sight must not flicker. */
const doings: Record<string, (write: Write, at: ChannelId, message: MessageId) => ChannelId[]> = {
  'a message': (write, at) => {
    const args = { channelId: at, rootId: null, broadcast: false, text: 'hello', attachments: [] };
    write('message.send', args);
    return [at];
  },
  'a reply that names somebody': (write, at, message) => {
    const text = `<@${people.budi}>`;
    const args = { channelId: at, rootId: message, broadcast: true, text, attachments: [] };
    write('message.send', args);
    return [at];
  },
  'an edit': (write, at, message) => {
    write('message.edit', { channelId: at, messageId: message, base: message, text: 'mended' });
    return [at];
  },
  'a deletion': (write, at, message) => {
    write('message.delete', { channelId: at, messageId: message });
    return [at];
  },
  'a reaction': (write, at, message) => {
    write('reaction.add', { channelId: at, messageId: message, emoji: '🎉' });
    return [at];
  },
  'a new name and a topic': (write, at) => {
    write('channel.update', { channelId: at, name: 'lain', topic: 'apa saja' });
    return [at];
  },
  'closing a channel': (write, at) => {
    write('channel.archive', { channelId: at, archived: true });
    return [at];
  },
  'an invitation': (write, at) => {
    write('channel.invite', { channelId: at, userIds: [people.citra] });
    return [at];
  },
  'a public channel': (write) => {
    const args = { name: 'baru', type: 'public', topic: '', userIds: [people.budi] } as const;
    return [write('channel.create', { ...args, userIds: [people.budi] }) as ChannelId];
  },
  'a private channel with a first message': (write) => {
    const args = { name: 'rahasia', type: 'private', topic: '', userIds: [people.citra] } as const;
    const made = write('channel.create', { ...args, userIds: [people.citra] }) as ChannelId;
    const rest = { rootId: null, broadcast: false, attachments: [] };
    write('message.send', { channelId: made, text: 'first', ...rest });
    return [made];
  },
  'settings of a channel': (write, at) => {
    write('membership.set', { channelId: at, starred: true });
    return [at];
  },
};

describe('no flicker', () => {
  // A public channel's row and the message that tells of its change come in two frames of one
  // write. Where the row comes first, that message is away until the next frame.
  const apart = new Set([
    'a new name and a topic, rows in the reverse order of scopes',
    'closing a channel, acknowledged before its rows',
    'closing a channel, rows before its acknowledgement',
  ]);
  const cases = Object.keys(doings)
    .flatMap((name) => [
      [name, 'acknowledged before its rows', true, false] as const,
      [name, 'rows before its acknowledgement', false, false] as const,
      [name, 'rows in the reverse order of scopes', false, true] as const,
    ])
    .filter(([name, order]) => !apart.has(`${name}, ${order}`));

  it.each(cases)('S8: %s, %s', async (name, _order, acksFirst, reverse) => {
    const { relay, client, channel, first } = await offline();
    relay.acksFirst = acksFirst;
    relay.scopesReversed = reverse;
    const channels = doings[name]!((of, args) => client.write(of, args), channel, first);
    const before = seen(client, channels);
    client.connect();
    let steps = 0;
    while (!client.idle) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
      expect(seen(client, channels)).toEqual(before);
      steps++;
    }
    expect(steps).toBeGreaterThan(1);
    expect(client.cache.outbox.entries()).toEqual([]);
    expect([...client.cache.overlay.messages()]).toEqual([]);
  });

  it.each([
    ['acknowledged before its rows', true],
    ['rows before its acknowledgement', false],
  ])('S8: joining a public channel, %s', async (_order, acksFirst) => {
    const { relay, client, cache } = await offline((one) => {
      one.did('budi', 'channel.create', {
        ...{ name: 'kantin', type: 'public', topic: '', userIds: [] },
      });
    });
    relay.acksFirst = acksFirst;
    const kantin = cache.rows.list(orgScope, 'channel').find(({ name }) => name === 'kantin')!;
    const channelId = kantin.id as ChannelId;
    client.write('channel.join', { channelId });
    client.connect();
    while (!client.idle) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
      const [sight] = seen(client, [channelId]);
      expect(sight).toMatchObject({ name: 'kantin', place: true });
      expect(sight?.messages.filter((one) => one === 'joined')).toEqual(['joined']);
    }
    expect(client.cache.outbox.entries()).toEqual([]);
  });

  it('S8: an acknowledgement alone takes nothing off the screen, also over a restart', async () => {
    const { client, cache, scope, say } = await offline();
    const id = say('hello');
    cache.transaction(() => cache.outbox.acked(id as string as never, { [scope]: 1_000 }));
    cache.overlay.invalidate();
    expect(cache.overlay.newMessages(scope).map((one) => one.id)).toEqual([id]);
    const again = client.opened.again();
    expect(again.overlay.newMessages(scope).map((one) => one.id)).toEqual([id]);
  });
});
