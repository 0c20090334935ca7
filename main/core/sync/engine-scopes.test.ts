import { describe, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow, userRow } from '../../../shared/testing/rows.ts';
import { goOn } from '../testing/client.ts';
import type { FakeRelay } from '../testing/relay.ts';
import { office, pulls } from '../testing/synced-office.ts';

const mine = userScope(people.ayu);

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

  it('S11: a late notice of a channel that was lost does not bring it back', async () => {
    const { relay, client, cache, channel, scope } = withAdmin(5);
    await client.sync();
    leave(relay, channel);
    await client.settle();
    // From a node that had not heard of the end yet.
    client.engine.receive({ t: 'subscribed', scopes: [{ scope, head: 9, count: 5 }] });
    await client.settle();
    expect(cache.scopes.find(scope)).toBeUndefined();
    expect(client.engine.progress).toBeNull();
  });

  it('S3: a refusal of before the person came back does not keep the channel away', async () => {
    const { relay, client, cache, channel, scope } = withAdmin(5);
    await client.sync();
    leave(relay, channel);
    await client.settle();
    comeBack(relay, channel);
    while (client.up.length === 0) await client.handDown();
    leave(relay, channel);
    await client.handUp();
    comeBack(relay, channel);
    // The answer took long: all that happened since has overtaken it.
    const { down } = client.line!;
    const [refused] = down.splice(
      down.findIndex(({ t }) => t === 'failed'),
      1,
    );
    expect(refused?.t).toBe('failed');
    down.push(refused!);
    await client.settle();
    expect(cache.scopes.find(scope)?.cursor).toBe(relay.work.head(scope));
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

  it('S8: also where so much was changed after it that the first page does not hold it', async () => {
    const { relay, client, cache } = office();
    relay.directory = 'lazy';
    relay.pageRows = 5;
    client.write('profile.set', { displayName: 'Ayu K.' });
    client.connect();
    expect(client.up[0]?.t).toBe('commands');
    await client.handUp();
    for (let n = 0; n < 12; n++) relay.lay(orgScope, user(n, 'after'));
    await client.settle();
    expect(cache.outbox.entries()).toEqual([]);
    expect(cache.rows.get(orgScope, 'user', people.ayu)?.displayName).toBe('Ayu K.');
    expect(client.engine.progress).toBeNull();
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
