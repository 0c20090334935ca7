import { describe, expect, it } from 'vitest';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { messageRow } from '../../../shared/testing/rows.ts';
import { testCache, type OpenedCache } from '../testing/cache.ts';

const channel = anId(1) as ChannelId;
const scope = channelScope(channel);
const send = { channelId: channel, rootId: null, broadcast: false, text: 'hi', attachments: [] };

const channelRow = {
  ...({ kind: 'channel', id: channel, version: 1, type: 'private', name: 'umum' } as const),
  ...{ topic: '', purpose: '', creatorId: people.budi, createdAt: 1, archivedAt: null },
  people: [],
};
const member = { kind: 'member', id: '', version: 2, role: 'member', joinedAt: 1 } as const;

const add = ({ cache }: OpenedCache, n: number): void =>
  void cache.outbox.add(anId(n) as OpId, 'message.send', send, cache.actor, n);

describe('transaction', () => {
  it('S4, S7: everything in it reaches the disk, or nothing does; memory follows back', () => {
    const opened = testCache();
    const { cache, index, again } = opened;
    cache.transaction(() => add(opened, 0x10));
    const failure = new Error('killed here');
    expect(() =>
      cache.transaction(() => {
        cache.rows.apply(scope, messageRow(anId(0x20), 3));
        cache.scopes.cover(scope, 0, 3);
        cache.outbox.acked(anId(0x10) as OpId, { [scope]: 3 });
        add(opened, 0x11);
        throw failure;
      }),
    ).toThrow(failure);
    for (const one of [cache, again()]) {
      expect(one.scopes.find(scope)).toBeUndefined();
      expect(one.scopes.knownId(scope)).toBeUndefined();
      expect(one.rows.message(anId(0x20))).toBeUndefined();
      expect(one.outbox.entries()).toMatchObject([{ op: anId(0x10), state: 'waiting' }]);
    }
    expect(index.texts.size).toBe(0);
    // And it works on: the scope gets a number that the database knows of.
    cache.transaction(() => cache.rows.apply(scope, messageRow(anId(0x20), 3)));
    expect(again().rows.get(scope, 'message', anId(0x20))?.version).toBe(3);
  });

  it('S8: the overlay no longer shows what was undone', () => {
    const opened = testCache();
    const { cache } = opened;
    cache.transaction(() => {
      cache.rows.apply(scope, channelRow);
      cache.rows.apply(scope, { ...member, id: people.ayu });
    });
    expect(() =>
      cache.transaction(() => {
        add(opened, 0x10);
        expect(cache.overlay.newMessages(scope)).toHaveLength(1);
        throw new Error('killed here');
      }),
    ).toThrow('killed here');
    expect(cache.overlay.newMessages(scope)).toEqual([]);
  });

  it('says disk_full and read_only in words that a person is told, and works again afterwards', () => {
    const opened = testCache();
    const { cache } = opened;
    const pages = cache.db.pragma('page_count', { simple: true }) as number;
    cache.db.pragma(`max_page_count=${pages}`);
    const fill = (): void =>
      cache.transaction(() => {
        for (let i = 0x10; i < 0x400; i++) add(opened, i);
      });
    expect(fill).toThrow(expect.objectContaining({ name: 'CacheError', code: 'disk_full' }));
    expect(cache.outbox.entries()).toEqual([]);
    cache.db.pragma('max_page_count=1000000');

    cache.db.pragma('query_only=ON');
    expect(fill).toThrow(expect.objectContaining({ name: 'CacheError', code: 'read_only' }));
    cache.db.pragma('query_only=OFF');
    expect(fill).not.toThrow();
    expect(cache.outbox.entries()).toHaveLength(0x3f0);
  });
});

describe('actor', () => {
  it('has the role that the directory says, and is a member before it says anything', () => {
    const { cache } = testCache();
    const { actor } = cache;
    expect(actor).toMatchObject({ userId: people.ayu, role: 'member' });
    cache.rows.apply(orgScope, {
      ...{ kind: 'user', id: people.ayu, version: 2, name: 'ayu', displayName: 'Ayu' },
      ...{ role: 'admin', bot: false, title: '', department: '', location: '' },
      ...{ timeZone: 'Asia/Jakarta', status: null, disabledAt: null },
    });
    expect(actor.role).toBe('admin');
  });
});
