import { expect } from 'vitest';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import { rowsOf } from './office.ts';
import type { Ground } from './store-contract.ts';

export function findRules({ it, office }: Ground): void {
  it('finds people by any part of their names, without case and accents, in the order of names', async () => {
    const o = office();
    for (const name of ['Ayu Kartika', 'José Ayala', 'Bagas Rahayu', 'Citra Dewi'])
      await o.person(name);
    const find = async (query: string, after = '', limit = 10) =>
      rowsOf(await o.store.findPeople(query, after, limit)).map((row) =>
        row.kind === 'user' ? row.displayName : '',
      );
    expect(await find('ay')).toEqual(['Ayu Kartika', 'Bagas Rahayu', 'José Ayala']);
    expect(await find('JOSE')).toEqual(['José Ayala']);
    expect(await find('  kartika   ayu ')).toEqual(['Ayu Kartika']);
    expect(await find('citra.dewi')).toEqual(['Citra Dewi']);
    expect(await find('nobody')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('')).toHaveLength(4);
  });

  it('finds people page by page, each once', async () => {
    const o = office();
    for (const name of ['Dewi', 'Ayu', 'Ayu', 'Bagas', 'Citra']) await o.person(name);
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const page = await o.store.findPeople('', after, 2);
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1)!.id;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('finds nobody who was disabled, under the new name after a change, and again when enabled', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    await o.run(o.command(ayu, 'profile.set', { displayName: 'Ayu Kartika' }));
    const row = (await o.row(orgScope, 'user', ayu.userId))!;
    expect(await o.store.findPeople('kartika', '', 10)).toHaveLength(1);
    await o.put(orgScope, { ...row, disabledAt: 5 });
    expect(await o.store.findPeople('kartika', '', 10)).toHaveLength(0);
    await o.put(orgScope, { ...row, disabledAt: null });
    expect(await o.store.findPeople('kartika', '', 10)).toHaveLength(1);
  });

  it('finds public channels that are not archived; private ones are nowhere', async () => {
    const o = office();
    const ayu = await o.person('Ayu', 'admin');
    const gudang = await o.channel(ayu, 'gudang-surabaya');
    const hall = await o.channel(ayu, 'gudang-lama');
    const args = { name: 'gudang-rahasia', type: 'private' as const, topic: '', userIds: [] };
    await o.run(o.command(ayu, 'channel.create', args));
    await o.run(o.command(ayu, 'channel.archive', { channelId: hall, archived: true }));
    const found = await o.store.findChannels('gudang', '', 10);
    expect(found.map(({ id }) => id)).toEqual([gudang]);
    expect(await o.store.findPeople('gudang', '', 10)).toEqual([]);
  });

  it('lists the rows of a kind by id, page by page, and gives single rows by key', async () => {
    const o = office();
    const people = [];
    for (const name of ['Ayu', 'Bagas', 'Citra']) people.push(await o.person(name));
    const channelId = await o.channel(people[0]!, 'umum', people);
    const scope = channelScope(channelId);
    const ids = people.map(({ userId }) => userId as string).sort();
    const first = await o.store.list(scope, 'member', '', 2);
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await o.store.list(scope, 'member', ids[1]!, 2)).map(({ id }) => id)).toEqual(
      ids.slice(2),
    );
    const found = await o.store.get([
      { scope, kind: 'member', id: ids[0]! },
      { scope, kind: 'member', id: 'nobody' },
      { scope: channelScope(o.newId() as never), kind: 'member', id: ids[0]! },
      { scope: orgScope, kind: 'channel', id: channelId },
    ]);
    expect(found.map(({ kind }) => kind).sort()).toEqual(['channel', 'member']);
  });
}
