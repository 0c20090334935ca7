import { describe, expect, it, vi } from 'vitest';
import type { ChannelId, MessageId, OpId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Up, UpFrame } from '../../../shared/protocol/up.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow, userRow } from '../../../shared/testing/rows.ts';
import { goOn, TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';

const mine = userScope(people.ayu);

/** A relay with one channel in it that has so many messages, and a client of Ayu's. */
function office(messages = 0) {
  const relay = new FakeRelay();
  const channel = relay.channel();
  for (let n = 1; n <= messages; n++) relay.say('budi', channel, `m${n}`);
  const client = new TestClient(relay);
  const scope = channelScope(channel);
  const { cache } = client;
  const held = (of: Scope = scope): number => cache.scopes.find(of)?.cursor ?? -1;
  const holes = () => cache.scopes.holes(cache.scopes.knownId(scope) ?? -1);
  const say = (text: string): MessageId => relay.say('budi', channel, text);
  const write = (text: string): MessageId => {
    const args = { channelId: channel, rootId: null, broadcast: false, text, attachments: [] };
    return client.write('message.send', args) as string as MessageId;
  };
  return { relay, client, cache, channel, scope, held, holes, say, write };
}

const pulls = (frames: readonly UpFrame[], scope: Scope): Up<'pull'>[] =>
  frames.filter((frame): frame is Up<'pull'> => frame.t === 'pull' && frame.scope === scope);

describe('live rows', () => {
  it('S4: applies a frame when its cursor is where the frame begins, and moves it', async () => {
    const { relay, client, cache, scope, held, say } = office(3);
    await client.sync();
    const before = held();
    const id = say('live');
    await client.settle();
    expect(cache.rows.message(id)?.text).toBe('live');
    expect(held()).toBe(relay.work.head(scope));
    expect(held()).toBeGreaterThan(before);
    // No question was needed for it.
    expect(pulls(client.line!.came, scope)).toHaveLength(1);
  });

  it('S4: asks for a delta when a frame begins after the cursor', async () => {
    const { relay, client, cache, scope, held, say } = office(3);
    await client.sync();
    const [lost, next] = [say('lost on the way'), say('next')];
    client.line!.down.shift();
    await client.handDown();
    expect(cache.rows.message(next)).toBeUndefined();
    expect(held()).toBeLessThan(relay.work.head(scope));
    await client.settle();
    expect(cache.rows.message(lost)?.text).toBe('lost on the way');
    expect(cache.rows.message(next)?.text).toBe('next');
    expect(held()).toBe(relay.work.head(scope));
  });

  it('S4: ignores a frame that is old, also when it tells of an older row', async () => {
    const { client, cache, scope, held, say } = office(3);
    await client.sync();
    say('twice');
    const frame = client.line!.down[0]!;
    await client.settle();
    const before = held();
    client.line!.down.push(frame, frame);
    await client.settle();
    expect(held()).toBe(before);
    expect(cache.scopes.find(scope)?.head).toBe(before);
    expect(pulls(client.line!.came, scope)).toHaveLength(1);
  });

  it('S4: takes a frame that begins below the cursor and ends above it', async () => {
    const { relay, client, cache, channel, scope, held } = office(3);
    await client.sync();
    const from = held();
    relay.say('budi', channel, 'a');
    await client.settle();
    const row = { ...messageRow(anId(0x77), from + 2), position: from + 2 };
    client.engine.receive({
      ...{ t: 'rows', scope, from, to: from + 2, count: 5 },
      rows: [row],
    });
    expect(cache.rows.message(anId(0x77))).toBeDefined();
    expect(held()).toBe(from + 2);
  });

  it('a kind that it does not know is passed over, and the cursor moves on', async () => {
    const { client, scope, held } = office(1);
    await client.sync();
    const from = held();
    const poll = { kind: 'poll', id: 'p', version: from + 1 };
    client.engine.receive({ t: 'rows', scope, from, to: from + 1, count: 1, rows: [poll] });
    expect(held()).toBe(from + 1);
    expect(client.logged).toContain('rows of unknown kinds');
  });

  it('passes presence and typing on, and keeps nothing of them', async () => {
    const { client, channel } = office();
    await client.sync();
    client.engine.receive({ t: 'presence', people: [] });
    client.engine.receive({ t: 'typing', channelId: channel, rootId: null, userId: people.budi });
    expect(client.passed).toEqual(['presence', 'typing']);
  });
});

describe('a long absence', () => {
  it('S6: holds the newest page first and knows the hole; it is usable at once', async () => {
    const { relay, client, cache, scope, holes } = office(600);
    client.connect();
    while (cache.scopes.find(scope)?.cursor !== relay.work.head(scope)) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
    }
    const head = relay.work.head(scope);
    const [hole] = holes();
    expect(holes()).toEqual([{ low: 0, high: hole!.high }]);
    // Only so much as one look needs was asked for.
    expect(head - hole!.high).toBeLessThanOrEqual(120);
    const newest = relay.work.all(scope, 'message').at(-1)!;
    expect(cache.rows.message(newest.id)?.text).toBe('m600');
  });

  it('S6: backfills newest first, with progress that only rises, until nothing is missing', async () => {
    const { relay, client, cache, channel, scope, holes } = office(900);
    client.connect();
    const tops: number[] = [];
    const progress: number[] = [];
    while (!client.idle) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
      const top = holes()[0]?.high;
      if (top !== undefined && top !== tops.at(-1)) tops.push(top);
      const now = client.engine.progress;
      if (now !== null) progress.push(now);
    }
    expect(tops.length).toBeGreaterThan(2);
    expect(tops).toEqual(tops.toSorted((a, b) => b - a));
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress[0]).toBeLessThan(0.3);
    expect(client.engine.progress).toBeNull();
    expect(client.engine.progressOf(channel)).toBeNull();
    expect(holes()).toEqual([]);
    const here = cache.db.prepare('SELECT count(*) FROM messages').pluck().get();
    expect(here).toBe(relay.work.all(scope, 'message').length);
  });

  it('the progress of a later absence begins anew', async () => {
    const { client, channel, say } = office(400);
    await client.sync();
    expect(client.engine.progress).toBeNull();
    client.drop();
    for (let n = 0; n < 4; n++) say(`missed ${n}`);
    client.connect();
    expect(client.engine.progress).toBe(0);
    expect(client.engine.progressOf(channel)).toBe(0);
    client.drop();
    expect(client.engine.progressOf(channel)).toBeNull();
  });

  it('S3: a row that changed ten times while away comes once', async () => {
    const { relay, client, cache, channel, say } = office(2);
    await client.sync();
    client.drop();
    const id = say('0');
    let base: string = id;
    for (let n = 1; n <= 10; n++) {
      base = relay.did('budi', 'message.edit', {
        ...{ channelId: channel, messageId: id, base, text: `${n}` },
      });
    }
    client.connect();
    await client.settle();
    expect(cache.rows.message(id)?.text).toBe('10');
    expect(pulls(client.line!.came, channelScope(channel))).toHaveLength(1);
  });

  it('S14: a line that breaks in the middle of it loses nothing', async () => {
    const { relay, client, cache, scope, holes } = office(700);
    let lines = 0;
    for (let done = false; !done; lines++) {
      client.connect();
      for (let step = 0; step < 2 + lines && !client.idle; step++) {
        await (client.up.length > 0 ? client.handUp() : client.handDown());
      }
      done = client.idle;
      client.drop();
    }
    expect(lines).toBeGreaterThan(3);
    expect(holes()).toEqual([]);
    expect(cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
    const here = cache.db.prepare('SELECT count(*) FROM messages').pluck().get();
    expect(here).toBe(relay.work.all(scope, 'message').length);
  });

  it('S6: what somebody scrolled to comes before the rest of the hole, as an island', async () => {
    const { relay, client, cache, channel, scope } = office(900);
    client.connect();
    while (cache.scopes.find(scope)?.cursor !== relay.work.head(scope)) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
    }
    // Only the questions that are open already are answered before it.
    client.engine.want(channel, 300);
    client.engine.want(channel, 300);
    const asked = (): UpFrame[] => client.line!.came.filter(({ t }) => t === 'history');
    while (cache.scopes.islands(cache.scopes.id(scope)).length === 0) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
    }
    expect(asked()).toMatchObject([{ direction: 'before', position: 300, rootId: null }]);
    const [island] = cache.scopes.islands(cache.scopes.id(scope));
    expect(island?.high).toBe(299);
    expect(cache.rows.message(relay.work.all(scope, 'message')[250]!.id)).toBeDefined();
    await client.settle();
    expect(cache.scopes.islands(cache.scopes.id(scope))).toEqual([]);
    // Once it came, the same may be wanted again.
    client.engine.want(channel, 300);
    await client.settle();
    expect(asked()).toHaveLength(2);
  });

  it('S6: what was wanted without a line is fetched when there is one', async () => {
    const { client, channel } = office(300);
    await client.sync();
    client.drop();
    client.engine.want(channel, 100);
    await goOn();
    client.connect();
    await client.settle();
    expect(client.line!.came.filter(({ t }) => t === 'history')).toHaveLength(1);
    // And not again on the next line.
    client.drop();
    client.connect();
    await client.settle();
    expect(client.line!.came.filter(({ t }) => t === 'history')).toHaveLength(0);
  });

  it('S6: a page that the relay made when it was ahead does not count as whole yet', async () => {
    const { relay, client, cache, channel, scope, holes } = office(500);
    client.connect();
    while (holes().length === 0) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
    }
    // The relay answers a pull of the hole; before that, a message in it moved out of it.
    const victim = relay.work.all(scope, 'message').at(-150)!;
    expect(victim.position).toBeLessThan(holes()[0]!.high);
    relay.did('budi', 'message.edit', {
      ...{ channelId: channel, messageId: victim.id as MessageId, base: victim.op, text: 'moved' },
    });
    const news = client.line!.down.pop()!;
    expect(news.t).toBe('rows');
    const before = holes()[0]!.high;
    await client.handUp();
    await client.handDown();
    expect(cache.rows.message(victim.id)).toBeUndefined();
    expect(holes()[0]!.high).toBe(before);
    client.line!.down.push(news);
    await client.settle();
    expect(cache.rows.message(victim.id)?.text).toBe('moved');
    expect(holes()).toEqual([]);
  });
});

describe('what is not to be had', () => {
  it('a scope that the relay refuses is not asked for again on this line', async () => {
    const { relay, client, scope, say } = office(2);
    const line = client.connect();
    line.failing.set(scope, 'forbidden');
    await client.settle();
    expect(pulls(line.came, scope)).toHaveLength(1);
    say('more');
    await client.settle();
    expect(pulls(line.came, scope)).toHaveLength(1);
    // Nobody waits for it either.
    expect(client.engine.progress).toBeNull();
    client.drop();
    client.connect();
    await client.settle();
    expect(client.cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
  });

  it('a scope that is unavailable is asked for again after a while, not at once', async () => {
    const { relay, client, scope } = office(2);
    const line = client.connect();
    line.failing.set(scope, 'unavailable');
    await client.settle();
    expect(pulls(line.came, scope)).toHaveLength(1);
    expect(client.cache.scopes.find(orgScope)?.cursor).toBe(relay.work.head(orgScope));
    line.failing.clear();
    client.clock.advance(5_000);
    await client.settle();
    expect(pulls(line.came, scope)).toHaveLength(2);
    expect(client.cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
  });

  it('a question that is never answered does not hold its scope for ever', async () => {
    const { relay, client, scope } = office(2);
    const line = client.connect();
    client.up.length = 0;
    await client.settle();
    expect(client.cache.scopes.find(scope)?.cursor).toBe(0);
    client.clock.advance(130_000);
    await goOn();
    client.clock.advance(5_000);
    await client.settle();
    expect(line.came.length).toBeGreaterThan(0);
    expect(client.cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
  });

  it('an empty answer to a promise is not asked for without end', async () => {
    const { relay, client, scope } = office(2);
    await client.sync();
    const { head } = relay.headOf(scope);
    client.engine.receive({ t: 'subscribed', scopes: [{ scope, head: head + 5, count: 9 }] });
    await client.settle(20);
    expect(pulls(client.line!.came, scope)).toHaveLength(2);
  });

  it('leaves no timer behind when the line goes', async () => {
    const { client, scope } = office(2);
    const line = client.connect();
    line.failing.set(scope, 'unavailable');
    await client.settle();
    client.drop();
    client.clock.advance(100);
    expect(client.clock.pending).toBe(0);
  });

  it('S13: a relay whose store went back to an earlier day is believed, and fetched anew', async () => {
    const { relay, client, cache, channel, scope } = office(5);
    await client.sync();
    client.drop();
    const future = messageRow(anId(0x999), 500, { text: 'lost with the disk' });
    cache.transaction(() => {
      cache.rows.apply(scope, future);
      cache.scopes.heard(scope, 500, 400);
      cache.scopes.cover(scope, 0, 500);
    });
    relay.say('budi', channel, 'after the restore');
    await client.sync();
    const text = cache.db.prepare('SELECT json FROM messages').pluck().all() as string[];
    expect(text.some((json) => json.includes('after the restore'))).toBe(true);
    expect(cache.rows.message(future.id)).toBeUndefined();
    expect(cache.scopes.find(scope)).toMatchObject({
      cursor: relay.work.head(scope),
      count: relay.work.count(scope),
    });
  });
});

describe('channels that come and go', () => {
  const leave = (relay: FakeRelay, channelId: ChannelId): string =>
    relay.did('citra', 'channel.remove', { channelId, userId: people.ayu });
  const comeBack = (relay: FakeRelay, channelId: ChannelId): string =>
    relay.did('budi', 'channel.invite', { channelId, userIds: [people.ayu] });

  /** With Citra, who may put people out. */
  function withAdmin(messages: number) {
    const made = office(messages);
    made.relay.did('budi', 'channel.invite', { channelId: made.channel, userIds: [people.citra] });
    return made;
  }

  it('S11: a person who is put out loses the channel at once', async () => {
    const { relay, client, cache, channel, scope } = withAdmin(5);
    await client.sync();
    leave(relay, channel);
    await client.settle();
    expect(cache.scopes.find(scope)).toBeUndefined();
    expect(cache.db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
    expect(client.opened.index.texts.size).toBe(0);
    expect(client.engine.progress).toBeNull();
  });

  it('S11: it was put out while it was away: the tombstone purges when it is back', async () => {
    const { relay, client, cache, channel, scope } = withAdmin(400);
    client.connect();
    for (let n = 0; n < 12; n++) await (client.up.length > 0 ? client.handUp() : client.handDown());
    expect(cache.scopes.find(scope)).toBeDefined();
    client.drop();
    leave(relay, channel);
    const line = client.connect();
    await client.settle();
    expect(pulls(line.came, scope)).toEqual([]);
    expect(cache.scopes.find(scope)).toBeUndefined();
    expect(client.engine.progress).toBeNull();
  });

  it('S11: pages and rows on their way for a channel that was purged do not bring it back', async () => {
    const { relay, client, cache, channel, scope, say } = withAdmin(600);
    client.connect();
    while (cache.scopes.holes(cache.scopes.knownId(scope) ?? -1).length === 0) {
      if (client.up.length > 0) await client.handUp();
      else await client.handDown();
    }
    while (client.up.length > 0) await client.handUp();
    // A page of the hole and a live frame wait; the tombstone overtakes them.
    say('on its way');
    const waiting = client.line!.down.splice(0);
    expect(waiting.map(({ t }) => t)).toEqual(expect.arrayContaining(['page', 'rows']));
    leave(relay, channel);
    await client.handDown();
    expect(cache.scopes.find(scope)).toBeUndefined();
    client.line!.down.push(...waiting);
    await client.settle();
    expect(cache.scopes.find(scope)).toBeUndefined();
    expect(cache.db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
    expect(client.engine.progress).toBeNull();
  });

  it('S11: history and single rows on their way do not bring it back either', async () => {
    const { relay, client, cache, channel, scope } = withAdmin(300);
    await client.sync();
    const message = relay.work.all(scope, 'message')[3]!;
    const fetched = client.fetcher.around(channel, message.id as MessageId);
    await client.handUp();
    const waiting = client.line!.down.splice(0);
    leave(relay, channel);
    await client.settle();
    client.line!.down.push(...waiting);
    await client.settle();
    expect(await fetched).toBe(false);
    expect(cache.scopes.find(scope)).toBeUndefined();
    expect(cache.rows.message(message.id)).toBeUndefined();
  });

  it('a channel that is joined again on the same line is fetched again', async () => {
    const { relay, client, cache, channel, scope, say } = withAdmin(5);
    await client.sync();
    leave(relay, channel);
    await client.settle();
    comeBack(relay, channel);
    await client.settle();
    expect(cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
    const id = say('welcome back');
    await client.settle();
    expect(cache.rows.message(id)).toBeDefined();
  });

  it('also when it was back before the client heard of either', async () => {
    const { relay, client, cache, channel, scope } = withAdmin(5);
    await client.sync();
    leave(relay, channel);
    comeBack(relay, channel);
    await client.settle();
    expect(cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
    expect(cache.rows.get(mine, 'membership', channel)).toBeDefined();
  });

  it('a membership alone is enough to fetch a channel, whatever became of the notice', async () => {
    const { relay, client, cache } = office();
    await client.sync();
    const made = relay.did('budi', 'channel.create', {
      ...{ name: 'lain', type: 'private', topic: '', userIds: [people.ayu] },
    });
    const notice = client.line!.down.findIndex(({ t }) => t === 'subscribed');
    expect(notice).toBeGreaterThanOrEqual(0);
    client.line!.down.splice(notice, 1);
    await client.settle();
    const scope = channelScope(made as ChannelId);
    expect(cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
    expect(cache.rows.get(scope, 'channel', made)?.name).toBe('lain');
  });
});

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

describe('a large directory', () => {
  const user = (n: number, displayName: string) => userRow(anId(0x5000 + n), 0, { displayName });

  it('S8: one’s own change of it is fetched, since nothing of it comes by itself', async () => {
    const { relay, client, cache } = office();
    relay.directory = 'lazy';
    await client.sync();
    client.write('profile.set', { displayName: 'Ayu K.' });
    await client.settle();
    expect(cache.outbox.entries()).toEqual([]);
    expect(cache.rows.get(orgScope, 'user', people.ayu)?.displayName).toBe('Ayu K.');
  });

  it('S3: whatever changed while away is caught up with; what was there before is not', async () => {
    const { relay, client, cache } = office();
    relay.directory = 'lazy';
    for (let n = 0; n < 400; n++) relay.lay(orgScope, user(n, 'before'));
    await client.sync();
    const { id } = cache.scopes.find(orgScope)!;
    const [hole] = cache.scopes.holes(id);
    expect(hole?.low).toBe(0);
    expect(client.engine.progress).toBeNull();
    client.drop();
    // Somebody who is kept here changes, and then so many others that one page does not hold them.
    relay.lay(orgScope, user(399, 'renamed'));
    for (let n = 0; n < 300; n++) relay.lay(orgScope, user(n, 'after'));
    await client.sync();
    expect(cache.rows.get(orgScope, 'user', user(399, '').id)?.displayName).toBe('renamed');
    expect(cache.scopes.holes(id)).toEqual([hole]);
    expect(client.engine.progress).toBeNull();
  });
});

describe('a disk that refuses', () => {
  it('S4: the cursor does not move, the line is dropped, and all is there once it works again', async () => {
    const { relay, client, cache, scope, held, say } = office(3);
    await client.sync();
    const before = held();
    const id = say('while the disk is full');
    cache.db.pragma('query_only=ON');
    await client.handDown();
    expect(client.diskProblems).toMatchObject([{ code: 'read_only' }]);
    expect(client.line).toBeNull();
    expect(held()).toBe(before);
    expect(cache.rows.message(id)).toBeUndefined();
    cache.db.pragma('query_only=OFF');
    await client.sync();
    expect(cache.rows.message(id)?.text).toBe('while the disk is full');
    expect(held()).toBe(relay.work.head(scope));
  });

  it('S12: a welcome that cannot be written counts as no contact, now and later', async () => {
    const { client, cache } = office(3);
    await client.sync();
    client.drop();
    const contact = cache.meta.number('contact');
    cache.db.pragma('query_only=ON');
    client.clock.advance(1_000);
    client.connect();
    expect(client.line).toBeNull();
    cache.db.pragma('query_only=OFF');
    client.clock.advance(600_000);
    expect(cache.meta.number('contact')).toBe(contact);
    expect(client.clock.pending).toBe(0);
  });

  it('an acknowledgement that cannot be written is asked for again by sending again', async () => {
    const { relay, client, cache, scope, write } = office(1);
    relay.acksFirst = true;
    await client.sync();
    const id = write('hello');
    await client.handUp();
    cache.db.pragma('query_only=ON');
    await client.handDown();
    expect(cache.outbox.get(id as string as never)?.state).toBe('waiting');
    cache.db.pragma('query_only=OFF');
    await client.sync();
    expect(cache.outbox.entries()).toEqual([]);
    const texts = relay.work.all(scope, 'message').filter(({ text }) => text === 'hello');
    expect(texts).toHaveLength(1);
  });
});

describe('the last contact', () => {
  it('S12: is written down on the welcome and every minute while the line stands, never without', async () => {
    const { client, cache } = office();
    await client.sync();
    const at = (): number => cache.meta.number('contact')!;
    expect(at()).toBe(client.clock.now());
    client.clock.advance(60_000);
    expect(at()).toBe(client.clock.now());
    client.drop();
    const last = at();
    client.clock.advance(600_000);
    expect(at()).toBe(last);
    expect(cache.meta.number('leaseDays')).toBe(30);
  });
});
