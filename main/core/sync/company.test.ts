import { describe, expect, it } from 'vitest';
import type { GroupId, OpId } from '../../../shared/domain/ids.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { userRow } from '../../../shared/testing/rows.ts';
import { office } from '../testing/synced-office.ts';

const user = (n: number, displayName: string) => userRow(anId(0x5000 + n), 0, { displayName });
const group = (n: number, name: string) => ({
  ...{ groupId: anId(0x6000 + n) as OpId, name, about: '', userIds: [people.ayu] },
});

describe('what everybody keeps of a large company', () => {
  it('is whole, also what was there long before this computer came', async () => {
    const { relay, client, cache } = office();
    relay.directory = 'lazy';
    for (const n of [1, 2, 3]) relay.did('citra', 'group.set', group(n, `gudang-${n}`));
    relay.did('citra', 'workspace.set', { name: 'Sumber Sejahtera' });
    for (let n = 0; n < 400; n++) relay.lay(orgScope, user(n, 'before'));
    relay.pageRows = 2;
    const line = client.connect();
    await client.settle();
    expect(line.came.filter(({ t }) => t === 'find')).toHaveLength(3);
    expect(cache.rows.list(orgScope, 'group').map(({ name }) => name)).toEqual([
      ...['gudang-1', 'gudang-2', 'gudang-3'],
    ]);
    expect(cache.rows.get(orgScope, 'workspace', 'workspace')?.name).toBe('Sumber Sejahtera');
    // Once.
    client.drop();
    const next = client.connect();
    await client.settle();
    expect(next.came.filter(({ t }) => t === 'find')).toEqual([]);
  });

  it('is told at once, and the person’s own row with it', async () => {
    const { relay, client, cache } = office();
    relay.directory = 'lazy';
    await client.sync();
    relay.did('citra', 'group.set', group(1, 'gudang'));
    relay.did('budi', 'profile.set', { title: 'Sopir' });
    relay.did('ayu', 'profile.set', { title: 'Direktur' });
    await client.settle();
    expect(cache.rows.list(orgScope, 'group')).toMatchObject([{ name: 'gudang' }]);
    expect(cache.rows.get(orgScope, 'user', people.ayu)?.title).toBe('Direktur');
    expect(cache.rows.get(orgScope, 'user', people.budi)?.title).not.toBe('Sopir');
    relay.did('citra', 'group.remove', {
      groupId: group(1, 'gudang').groupId as string as GroupId,
    });
    await client.settle();
    expect(cache.rows.list(orgScope, 'group')).toEqual([]);
  });

  it('is fetched anew where the relay went back to an earlier day', async () => {
    const { relay, client, cache } = office();
    relay.directory = 'lazy';
    relay.did('citra', 'group.set', group(1, 'gudang'));
    for (let n = 0; n < 400; n++) relay.lay(orgScope, user(n, 'before'));
    await client.sync();
    client.drop();
    cache.scopes.cover(orgScope, 0, relay.headOf(orgScope).head + 100);
    await client.sync();
    expect(cache.rows.list(orgScope, 'group')).toMatchObject([{ name: 'gudang' }]);
  });
});
