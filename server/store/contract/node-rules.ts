import { expect } from 'vitest';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import { Office } from './office.ts';
import type { Ground } from './store-contract.ts';

export function nodeRules({ it, office, opened }: Ground): void {
  it('S13: what another process moved is told once; own commits are no news', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const scope = channelScope(channel);
    await o.store.moved();
    await o.run(o.send(ayu, channel, 'own'));
    expect(await o.store.moved()).toEqual([]);

    const other = new Office(await opened().again(), 2);
    await other.run(other.send(ayu, channel, 'theirs'));
    const head = await o.head(scope);
    expect(await o.store.moved()).toEqual([{ scope, head, count: 2 }]);
    expect(await o.store.moved()).toEqual([]);
  });

  it('S13: what another process moved before an own commit is not lost', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const [one, two] = [await o.channel(ayu, 'satu'), await o.channel(ayu, 'dua')];
    await o.store.moved();
    const other = new Office(await opened().again(), 2);
    await other.run(other.send(ayu, one, 'theirs'));
    await o.run(o.send(ayu, two, 'own'));
    const moved = await o.store.moved();
    expect(moved.map(({ scope }) => scope)).toContain(channelScope(one));
    await o.run(o.send(ayu, two, 'own again'));
    expect(await o.store.moved()).toEqual([]);
  });

  it('S2: two processes that write to one scope give every number once', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const scope = channelScope(channel);
    const before = await o.head(scope);
    const other = new Office(await opened().again(), 2);
    const sends = Array.from({ length: 20 }, (_, n) => {
      const one = n % 2 === 0 ? o : other;
      return one.run(one.send(ayu, channel, `m${n}`));
    });
    const versions = (await Promise.all(sends)).map((one) => (one.ok ? one.at[scope]! : 0));
    const expected = Array.from({ length: 20 }, (_, n) => before + 1 + n);
    expect(versions.sort((a, b) => a - b)).toEqual(expected);
    expect(await o.head(scope)).toBe(before + 20);
    expect((await o.store.heads([scope]))[0]!.count).toBe(20);
  });

  it('S11: who was put out by another process can write no more, though they just wrote', async () => {
    const o = office();
    const citra = await o.person('Citra', 'admin');
    const eka = await o.person('Eka');
    const channelId = await o.channel(citra, 'umum', [eka]);
    const other = new Office(await opened().again(), 2);
    for (const text of ['a', 'b']) {
      expect(await o.run(o.send(eka, channelId, text))).toMatchObject({ ok: true });
    }
    const remove = other.command(citra, 'channel.remove', { channelId, userId: eka.userId });
    expect(await other.run(remove)).toMatchObject({ ok: true });
    for (const text of ['c', 'd']) {
      const refused = { ok: false, refusal: { code: 'not_member' } };
      expect(await o.run(o.send(eka, channelId, text))).toMatchObject(refused);
      expect(await o.run(o.send(citra, channelId, text))).toMatchObject({ ok: true });
    }
    const back = other.command(citra, 'channel.invite', { channelId, userIds: [eka.userId] });
    expect(await other.run(back)).toMatchObject({ ok: true });
    expect(await o.run(o.send(eka, channelId, 'e'))).toMatchObject({ ok: true });
  });

  it('heads of scopes that nothing was written to are 0', async () => {
    const scope = channelScope(office().newId() as never);
    expect(await office().store.heads([orgScope, scope])).toEqual([
      { scope: orgScope, head: 0, count: 0 },
      { scope, head: 0, count: 0 },
    ]);
  });
}
