import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow } from '../../../shared/testing/rows.ts';
import { goOn } from '../testing/client.ts';
import { office, pulls } from '../testing/synced-office.ts';

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
