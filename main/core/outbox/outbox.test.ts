import { describe, expect, it } from 'vitest';
import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import type { Cache } from '../cache/cache.ts';
import { testCache } from '../testing/cache.ts';

const op = (n: number): OpId => anId(n) as OpId;
const channel = anId(1) as ChannelId;
const elsewhere = anId(2) as ChannelId;

const saying = (text: string, channelId = channel): ArgsOf<'message.send'> => ({
  ...{ channelId, rootId: null, broadcast: false, text, attachments: [] },
});

const send = ({ outbox, actor }: Cache, n: number, text = `text ${n}`, to = channel) =>
  outbox.add(op(n), 'message.send', saying(text, to), actor, n);

const draft = ({ outbox, actor }: Cache, n: number, text: string, channelId = channel) =>
  outbox.add(op(n), 'draft.set', { channelId, rootId: null, text }, actor, n);

const mark = ({ outbox, actor }: Cache, n: number, position: number, channelId = channel) =>
  outbox.add(op(n), 'marker.set', { channelId, epoch: 0, position, ordinal: 1 }, actor, n);

const ops = (cache: Cache): string[] => cache.outbox.entries().map((entry) => entry.op);

describe('the order', () => {
  it('S7: first in, first out, within a lane and across lanes', () => {
    const { cache } = testCache();
    // The ids fall, so that it cannot be they who decide.
    const written = [9, 8, 7, 6].map((n) => send(cache, n, 'x', n % 2 === 0 ? channel : elsewhere));
    expect(cache.outbox.unsent(10)).toEqual(written);
    expect(written.map(({ lane }) => lane)).toEqual([
      ...[channelScope(elsewhere), channelScope(channel)],
      ...[channelScope(elsewhere), channelScope(channel)],
    ]);
    expect(written.map(({ seq }) => seq)).toEqual(
      written.map(({ seq }) => seq).toSorted((a, b) => a - b),
    );
  });

  it('hands out no more than asked for, and nothing that is under way', () => {
    const { cache } = testCache();
    for (let n = 10; n < 15; n++) send(cache, n);
    expect(cache.outbox.unsent(2).map((one) => one.op)).toEqual([op(10), op(11)]);
    cache.outbox.markSent([op(10), op(11)]);
    expect(cache.outbox.unsent(2).map((one) => one.op)).toEqual([op(12), op(13)]);
    expect(cache.outbox.underWay).toBe(2);
  });

  it('S14: after the line broke, what was under way goes out again, before what is newer', () => {
    const { cache } = testCache();
    for (let n = 10; n < 13; n++) send(cache, n);
    cache.outbox.markSent([op(10), op(11)]);
    cache.outbox.acked(op(10), { [channelScope(channel)]: 5 });
    cache.outbox.disconnected();
    expect(cache.outbox.unsent(9).map((one) => one.op)).toEqual([op(11), op(12)]);
    expect(cache.outbox.underWay).toBe(0);
  });

  it('S5: a number of writing is never given twice, also when its command is gone', () => {
    const { cache, again } = testCache();
    const { seq } = send(cache, 10);
    cache.outbox.remove(op(10));
    expect(send(cache, 11).seq).toBeGreaterThan(seq);
    cache.outbox.remove(op(11));
    expect(send(again(), 12).seq).toBeGreaterThan(seq + 1);
  });
});

describe('superseding', () => {
  it('a newer draft or marker takes the place of one that never left', () => {
    const { cache, again } = testCache();
    draft(cache, 10, 'H');
    mark(cache, 11, 5);
    draft(cache, 12, 'He');
    draft(cache, 13, 'Hello');
    mark(cache, 14, 6);
    expect(ops(cache)).toEqual([op(13), op(14)]);
    expect(ops(again())).toEqual([op(13), op(14)]);
  });

  it('drafts and markers of other places stay', () => {
    const { cache } = testCache();
    draft(cache, 10, 'a');
    draft(cache, 11, 'b', elsewhere);
    mark(cache, 12, 5);
    mark(cache, 13, 5, elsewhere);
    expect(ops(cache)).toEqual([op(10), op(11), op(12), op(13)]);
    const inThread = { channelId: channel, rootId: anId(9) as never, text: 'c' };
    cache.outbox.add(op(14), 'draft.set', inThread, cache.actor, 1);
    expect(ops(cache)).toHaveLength(5);
  });

  it('S7: what is under way or has its answer is left alone', () => {
    const { cache } = testCache();
    draft(cache, 10, 'sent');
    cache.outbox.markSent([op(10)]);
    draft(cache, 11, 'waits');
    draft(cache, 12, 'newer');
    expect(ops(cache)).toEqual([op(10), op(12)]);
    cache.outbox.acked(op(10), { [userScope(people.ayu)]: 1 });
    cache.outbox.refused(op(12), { code: 'invalid' });
    draft(cache, 13, 'newest');
    expect(ops(cache)).toEqual([op(10), op(12), op(13)]);
  });

  it('S7: what left on an earlier line may still be carried out there, and goes before what is newer', () => {
    const { cache } = testCache();
    draft(cache, 10, 'old');
    cache.outbox.markSent([op(10)]);
    cache.outbox.disconnected();
    draft(cache, 11, 'new');
    draft(cache, 12, 'newest');
    expect(cache.outbox.unsent(9).map((entry) => entry.op)).toEqual([op(10), op(12)]);
  });

  it('S7: nobody knows what left before a kill, so it goes before what is newer', () => {
    const { cache, again } = testCache();
    draft(cache, 10, 'old');
    cache.outbox.markSent([op(10)]);
    const after = again();
    draft(after, 11, 'new');
    draft(after, 12, 'newest');
    expect(ops(after)).toEqual([op(10), op(12)]);
  });

  it('S7: messages never take each other’s place, however alike', () => {
    const { cache } = testCache();
    send(cache, 10, 'ok');
    send(cache, 11, 'ok');
    expect(ops(cache)).toEqual([op(10), op(11)]);
  });
});

describe('durability', () => {
  it('S7: survives a kill in every state, word for word', () => {
    const { cache, again } = testCache();
    send(cache, 10, '“Truk sudah masuk” 🚚\n\u0000');
    send(cache, 11);
    send(cache, 12);
    cache.outbox.markSent([op(10), op(11), op(12)]);
    cache.outbox.acked(op(11), { [channelScope(channel)]: 7 });
    const current = { kind: 'message', id: anId(5), version: 9, text: 'as it is' };
    cache.outbox.refused(op(12), { code: 'stale', current });
    const other = again();
    expect(other.outbox.entries()).toEqual(cache.outbox.entries());
    // Nobody knows whether it arrived: it goes out again, under the same id (S1).
    expect(other.outbox.unsent(9).map((one) => one.op)).toEqual([op(10)]);
    expect(other.outbox.get(op(12))).toMatchObject({
      state: 'refused',
      refusal: { code: 'stale', current },
      args: { text: 'text 12' },
    });
  });

  it('S7: nothing expires: what was written ten years ago still waits', () => {
    const { cache, clock, again } = testCache();
    send(cache, 10);
    clock.advance(10 * 365 * 86_400_000);
    expect(again().outbox.unsent(9)).toMatchObject([{ op: op(10), createdAt: 10 }]);
  });

  it('an outcome for a command that is not here changes nothing', () => {
    const { cache } = testCache();
    cache.outbox.acked(op(10), { org: 1 });
    cache.outbox.refused(op(10), { code: 'invalid' });
    expect(cache.outbox.entries()).toEqual([]);
    expect(cache.outbox.get(op(10))).toBeUndefined();
  });

  it('S1: the same id is not written twice', () => {
    const { cache } = testCache();
    send(cache, 10);
    expect(() => send(cache, 10)).toThrow('UNIQUE');
    expect(cache.outbox.entries()).toHaveLength(1);
  });
});

describe('counting', () => {
  it('tells how many are in each state', () => {
    const { cache } = testCache();
    for (let n = 10; n < 14; n++) send(cache, n);
    cache.outbox.acked(op(10), {});
    cache.outbox.refused(op(11), { code: 'archived' });
    const { outbox } = cache;
    expect([outbox.count('waiting'), outbox.count('acked'), outbox.count('refused')]).toEqual([
      2, 1, 1,
    ]);
  });
});
