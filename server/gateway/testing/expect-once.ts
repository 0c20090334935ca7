import { expect } from 'vitest';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { channelScope, type Scope } from '../../../shared/domain/scope.ts';
import { rowsOf } from '../../store/contract/office.ts';
import type { Store } from '../../store/port.ts';
import type { Mirror } from './mirror.ts';
import type { SteadySender } from './steady-sender.ts';

/** S1, S5, S10: what was acknowledged stands once, each sender's in the order of writing. */
export async function expectOnce(
  store: Store,
  channelId: ChannelId,
  senders: readonly SteadySender[],
): Promise<void> {
  const { rows } = await store.pull(channelScope(channelId), 0, null, 1_000_000, 1e9);
  const messages = rowsOf(rows)
    .flatMap((row) => (row.kind === 'message' && row.system === null ? [row] : []))
    .toSorted((a, b) => a.position - b.position);
  const places = new Map(messages.map(({ id }, index) => [id, index]));
  expect(places.size).toBe(messages.length);
  expect(messages.map(({ ordinal }) => ordinal)).toEqual(messages.map((_, n) => n + 1));
  for (const sender of senders) {
    const mine = new Set<string>(sender.written);
    const stored = messages.filter(({ id }) => mine.has(id));
    expect(stored.map(({ id }) => id)).toEqual(sender.written);
    expect(stored.map(({ text }) => text)).toEqual(
      sender.written.map((_, n) => `${sender.name} ${n}`),
    );
    expect(sender.written.filter((op: OpId) => !sender.acked.has(op))).toEqual([]);
  }
  expect(messages).toHaveLength(senders.reduce((sum, { written }) => sum + written.length, 0));
}

/** S3: a client holds every row of its scopes, and nothing else. */
export async function expectEqual(store: Store, { userId, held, leaked }: Mirror): Promise<void> {
  expect(leaked).toEqual([]);
  expect([...held.keys()].sort()).toEqual([...(await store.scopesOf(userId))].sort());
  for (const [scope, { rows }] of held) {
    const stored = await store.pull(scope as Scope, 0, null, 1_000_000, 1e9);
    const wire = stored.rows.map(({ json }) => JSON.parse(json) as { version: number });
    expect([...rows.values()].sort((a, b) => a.version - b.version)).toEqual(wire);
  }
}
