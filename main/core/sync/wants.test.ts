import { describe, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { anId } from '../../../shared/testing/office.ts';
import { messageRow, userRow } from '../../../shared/testing/rows.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { applyFound } from './wants.ts';

/** A client of a large workspace, whose directory it does not keep. */
async function large() {
  const relay = new FakeRelay();
  relay.directory = 'lazy';
  for (let n = 0; n < 600; n++) relay.lay(orgScope, userRow(anId(0x5000 + n), 0));
  const channel = relay.channel();
  const client = new TestClient(relay);
  await client.sync();
  const gathered = async (): Promise<Up<'get'>[]> => {
    const before = client.line!.came.length;
    client.clock.advance(15);
    await client.settle();
    const came = client.line!.came.slice(before);
    return came.filter((frame): frame is Up<'get'> => frame.t === 'get');
  };
  return { relay, client, cache: client.cache, channel, gathered };
}

describe('Wants', () => {
  it('gathers the wishes of a moment into one question, and keeps what comes', async () => {
    const { client, cache, gathered } = await large();
    for (const n of [1, 2, 3]) client.wants.person(anId(0x5000 + n));
    expect(client.up).toEqual([]);
    const asked = await gathered();
    expect(asked.map(({ keys }) => keys.map(({ id }) => id))).toEqual([
      [1, 2, 3].map((n) => anId(0x5000 + n)),
    ]);
    expect(cache.rows.get(orgScope, 'user', anId(0x5001))?.name).toBe('user-0');
  });

  it('asks for each only once a line, also for one that does not exist', async () => {
    const { client, gathered } = await large();
    const wish = (): void => {
      client.wants.person(anId(0x5001));
      client.wants.person(anId(0x9999));
    };
    wish();
    wish();
    expect((await gathered()).map(({ keys }) => keys.length)).toEqual([2]);
    wish();
    expect(await gathered()).toEqual([]);
    client.drop();
    await client.sync();
    wish();
    expect((await gathered()).map(({ keys }) => keys.length)).toEqual([2]);
  });

  it('asks for no more keys at once than the relay takes', async () => {
    const { client, gathered } = await large();
    for (let n = 0; n < 450; n++) client.wants.person(anId(0x5000 + n));
    const sizes = (await gathered()).map(({ keys }) => keys.length);
    expect(sizes).toEqual([limits.keysPerGet, limits.keysPerGet, 50]);
  });

  it('without a line asks nothing, and forgets nothing that it might ask later', async () => {
    const { client, gathered } = await large();
    client.drop();
    client.clock.advance(100);
    client.wants.person(anId(0x5001));
    expect(client.clock.pending).toBe(0);
    await client.sync();
    client.wants.person(anId(0x5001));
    expect(await gathered()).toHaveLength(1);
  });

  it('a line that goes before the question does no harm', async () => {
    const { client } = await large();
    client.wants.person(anId(0x5001));
    client.drop();
    client.clock.advance(15);
    expect(client.up).toEqual([]);
    client.wants.close();
  });

  it('asks for a channel where public ones live, and in its own scope', async () => {
    const { client, gathered } = await large();
    client.wants.channel(anId(0x77));
    const [asked] = await gathered();
    expect(asked?.keys.map(({ scope, kind }) => [scope, kind])).toEqual([
      [orgScope, 'channel'],
      [channelScope(anId(0x77) as ChannelId), 'channel'],
    ]);
  });

  it('a disk that refuses ends nothing', async () => {
    const { client, cache, gathered } = await large();
    cache.db.pragma('query_only=ON');
    client.wants.person(anId(0x5001));
    await gathered();
    cache.db.pragma('query_only=OFF');
    expect(cache.rows.get(orgScope, 'user', anId(0x5001))).toBeUndefined();
  });
});

describe('applyFound', () => {
  it('S11: a stray row of a channel that is not kept here does not begin one', async () => {
    const { cache } = await large();
    const other = channelScope(anId(0x88) as ChannelId);
    expect(applyFound(cache, [{ scope: other, row: messageRow(anId(9), 3) }])).toBe(true);
    expect(cache.scopes.find(other)).toBeUndefined();
    expect(cache.rows.message(anId(9))).toBeUndefined();
  });

  it('does not move the cursor: a single row says nothing of its neighbours', async () => {
    const { relay, cache, channel } = await large();
    const scope = channelScope(channel);
    const before = cache.scopes.find(scope);
    applyFound(cache, [{ scope, row: messageRow(anId(9), 50) }]);
    expect(cache.scopes.find(scope)).toMatchObject({ cursor: before?.cursor, head: before?.head });
    expect(relay.work.head(scope)).toBe(before?.cursor);
  });
});

describe('Fetcher', () => {
  /** A channel with a thread in its old part, of which only the newest screenful is here. */
  async function partly() {
    const relay = new FakeRelay();
    const channel = relay.channel();
    const root = relay.say('budi', channel, 'root');
    for (let n = 0; n < 30; n++) relay.say('budi', channel, `reply ${n}`, root);
    for (let n = 0; n < 300; n++) relay.say('budi', channel, `m${n}`);
    const client = new TestClient(relay);
    const scope = channelScope(channel);
    const { cache } = client;
    client.connect();
    while (cache.scopes.find(scope)?.cursor !== relay.work.head(scope)) {
      await (client.up.length > 0 ? client.handUp() : client.handDown());
    }
    /** Lets only this question through; the backfill waits. */
    const answered = async <T>(question: Promise<T>): Promise<T> => {
      const open = { question: true };
      void question.finally(() => (open.question = false));
      while (open.question) {
        const at = client.up.findIndex(({ t }) => t === 'get' || t === 'history');
        const [frame] = at < 0 ? [] : client.up.splice(at, 1);
        if (frame !== undefined) client.line?.receive(frame);
        await client.handDown();
      }
      return question;
    };
    return { relay, client, cache, channel, scope, root, answered };
  }

  it('S6: brings a message and its neighbours here, as an island in the hole', async () => {
    const { relay, client, cache, channel, scope, answered } = await partly();
    const message = relay.work.all(scope, 'message')[100]!;
    expect(cache.rows.message(message.id)).toBeUndefined();
    expect(await answered(client.fetcher.around(channel, message.id as MessageId))).toBe(true);
    expect(cache.rows.message(message.id)).toEqual(message);
    const [island] = cache.scopes.islands(cache.scopes.id(scope));
    expect(island!.low).toBeLessThan(message.position);
    expect(island!.high).toBeGreaterThan(message.position);
    // It is no page: the hole is as it was.
    expect(cache.scopes.holes(cache.scopes.id(scope))).toHaveLength(1);
  });

  it('says false for a message that does not exist, and without a line', async () => {
    const { client, channel, answered } = await partly();
    expect(await answered(client.fetcher.around(channel, anId(0x9999) as MessageId))).toBe(false);
    client.drop();
    expect(await client.fetcher.around(channel, anId(0x9999) as MessageId)).toBe(false);
  });

  it('completes a thread, and says nothing of what stands between its replies', async () => {
    const { client, cache, channel, scope, root, answered } = await partly();
    const count = (): unknown =>
      cache.db.prepare('SELECT count(*) FROM messages WHERE root_id = ?').pluck().get(root);
    expect(count()).toBe(0);
    await answered(client.fetcher.thread(channel, root));
    expect(count()).toBe(30);
    expect(cache.scopes.islands(cache.scopes.id(scope))).toEqual([]);
  });

  it('asks for a thread once a line, and again where that failed', async () => {
    const { client, cache, channel, scope, root, answered } = await partly();
    const line = client.line!;
    const asked = (): number => line.came.filter(({ t }) => t === 'history').length;
    line.failing.set(scope, 'unavailable');
    await answered(client.fetcher.thread(channel, root));
    line.failing.clear();
    await answered(client.fetcher.thread(channel, root));
    expect(asked()).toBe(2);
    await client.fetcher.thread(channel, root);
    expect(asked()).toBe(2);
    const here = cache.db.prepare('SELECT count(*) FROM messages WHERE root_id = ?').pluck();
    expect(here.get(root)).toBe(30);
  });

  it('a disk that refuses ends nothing', async () => {
    const { client, cache, channel, root, answered } = await partly();
    cache.db.pragma('query_only=ON');
    await expect(answered(client.fetcher.thread(channel, root))).resolves.toBeUndefined();
    cache.db.pragma('query_only=OFF');
  });
});
