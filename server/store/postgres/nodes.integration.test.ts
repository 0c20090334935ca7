import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import {
  channelScope,
  orgScope,
  registryScope,
  userScope,
  type Scope,
} from '../../../shared/domain/scope.ts';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { Office } from '../contract/office.ts';
import { StoreUnavailable, type GroupResult, type Store } from '../port.ts';
import { startCuttingProxy, type CuttingProxy } from '../testing/cutting-proxy.ts';
import { immediateClock } from '../testing/immediate-clock.ts';
import { Mirror } from '../testing/mirror.ts';
import { startCluster, whyNoCluster, type PostgresCluster } from '../testing/postgres-cluster.ts';
import { foundCompany, Traffic, type Company } from '../testing/traffic.ts';
import { shareOrg } from './locks.ts';
import { openPostgresStore } from './open.ts';

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'several nodes'}`, () => {
  let cluster: PostgresCluster;
  let proxy: CuttingProxy;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: true });
    proxy = await startCuttingProxy(cluster.socket);
  });
  afterAll(async () => {
    await proxy.close();
    await cluster.stop();
  });

  let url: string;
  let stores: Store[];
  let faults: unknown[];
  beforeEach(async () => {
    url = await cluster.database();
    stores = [];
    faults = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    if (faults.length > 0) throw new AggregateError(faults, 'commands threw');
  });

  const node = async (at = url): Promise<Store> => {
    const random = new SeededRandom(stores.length + 1);
    const store = await openPostgresStore({
      ...{ url: at, clock: immediateClock, random: () => random.next(), connections: 4 },
      fault: (error) => void faults.push(error),
    });
    stores.push(store);
    return store;
  };

  const scopesOf = ({ people, channels }: Company): Scope[] => [
    ...[orgScope, registryScope],
    ...people.map(({ userId }) => userScope(userId)),
    ...channels.map(channelScope),
  ];

  /** S2: what groups of all nodes told covers each scope's numbers once, without a gap. */
  function expectWhole(results: readonly GroupResult[], begun: ReadonlyMap<Scope, number>): void {
    const changes = results.flatMap((result) => result.changes);
    for (const scope of new Set(changes.map((change) => change.scope))) {
      const own = changes
        .filter((change) => change.scope === scope)
        .toSorted((a, b) => a.from - b.from);
      let head = begun.get(scope) ?? 0;
      for (const change of own) {
        expect(change.from, scope).toBe(head);
        for (const { version } of change.rows) {
          expect(version).toBeGreaterThan(change.from);
          expect(version).toBeLessThanOrEqual(change.head);
        }
        head = change.head;
      }
    }
  }

  /** S1: each op has one outcome, and its message is there once where it succeeded. */
  async function expectOnce(traffics: readonly Traffic[], store: Store): Promise<void> {
    for (const { sent, results } of traffics) {
      const outcomes = results.flatMap((result) => result.outcomes);
      expect(outcomes).toHaveLength(sent.length);
      expect((await store.commit(sent, 0)).outcomes).toEqual(outcomes);
    }
  }

  /** S5: the channel's counter says how many messages it has. */
  async function expectCounted(store: Store, scope: Scope): Promise<void> {
    const rows = (await store.list(scope, 'message', '', 100_000)).map(
      ({ json }) => JSON.parse(json) as Message,
    );
    const counted = rows.filter(({ rootId, system }) => rootId === null && system === null);
    expect((await store.heads([scope]))[0]!.count).toBe(counted.length);
    const ordinals = counted.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b);
    expect(ordinals).toEqual(counted.map((_, n) => n + 1));
  }

  it.each([1, 2, 3])(
    'S2, S13: three nodes write at once, and a fourth that only follows has all of it (seed %i)',
    async (seed) => {
      const nodes = [await node(), await node(), await node()];
      const company = await foundCompany(nodes[0]!);
      const follower = await node();
      const begun = new Map<Scope, number>();
      const mirror = new Mirror(follower);
      for (const { scope, head } of await follower.heads(scopesOf(company))) {
        begun.set(scope, head);
        await mirror.catchUp(scope);
      }
      const traffics = nodes.map(
        (store, n) => new Traffic(store, company, new SeededRandom(seed * 10 + n)),
      );
      const written = new AbortController();
      const following = (async () => {
        while (!written.signal.aborted) await mirror.follow();
        // Once more: what was committed during the last look.
        while (await mirror.follow());
      })();
      await Promise.all(traffics.map((traffic) => traffic.run(40)));
      written.abort();
      await following;

      const results = traffics.flatMap((traffic) => traffic.results);
      expectWhole(results, begun);
      await expectOnce(traffics, follower);
      const whole = new Mirror(await node());
      const scopes = new Set([
        ...begun.keys(),
        ...results.flatMap((r) => r.changes.map((c) => c.scope)),
      ]);
      for (const scope of scopes) await whole.catchUp(scope);
      expect(mirror.rows()).toEqual(whole.rows());
      const heads = await follower.heads([...scopes]);
      expect([...scopes].map((scope) => mirror.cursor(scope))).toEqual(
        heads.map(({ head }) => head),
      );
    },
  );

  it.each([1, 2, 3, 4])(
    'S1, S14: a line that is cut anywhere loses nothing and doubles nothing (seed %i)',
    async (seed) => {
      const company = await foundCompany(await node());
      const random = new SeededRandom(seed);
      const before = proxy.cuts;
      const nodes = [await node(proxy.through(url)), await node(proxy.through(url))];
      const traffics = nodes.map(
        (store, n) => new Traffic(store, company, new SeededRandom(seed * 10 + n)),
      );
      for (let round = 0; round < 15; round++) {
        proxy.cut(
          random.pick([
            { at: 'commit' },
            { at: 'committed' },
            { at: 'bytes', bytes: 1 + random.int(40_000) },
          ]),
        );
        await Promise.all(traffics.map((traffic) => traffic.run(2)));
      }
      expect(proxy.cuts - before).toBeGreaterThan(5);
      const store = stores[0]!;
      await expectOnce(traffics, store);
      for (const scope of scopesOf(company)) {
        const { head, rows } = await store.pull(scope, 0, null, 100_000, 1e9);
        const versions = rows.map(({ version }) => version);
        expect(new Set(versions).size).toBe(versions.length);
        expect(versions.at(-1) ?? 0).toBe(head);
      }
      for (const channelId of company.channels) await expectCounted(store, channelScope(channelId));
    },
  );

  it('S10, S13: a COMMIT whose answer is lost has happened once, and is news to its own node', async () => {
    const company = await foundCompany(await node());
    const [ayu] = company.people;
    const [channelId] = company.channels;
    const store = await node(proxy.through(url));
    const o = new Office(store, 7);
    await store.moved();
    const scope = channelScope(channelId!);
    const before = await o.head(scope);
    const send = o.send(ayu!, channelId!, 'once');
    proxy.cut({ at: 'committed' });
    await expect(o.run(send)).rejects.toThrow(StoreUnavailable);
    expect((await store.moved()).map((moved) => moved.scope)).toEqual([scope]);
    expect(await o.run(send)).toEqual({ ok: true, at: { [scope]: before + 1 } });
    expect(await o.texts(channelId!)).toEqual(['once']);
    expect(await store.moved()).toEqual([]);
  });

  it('S10: a COMMIT that never reached the server has changed nothing', async () => {
    const company = await foundCompany(await node());
    const [ayu] = company.people;
    const [channelId] = company.channels;
    const store = await node(proxy.through(url));
    const o = new Office(store, 7);
    const scope = channelScope(channelId!);
    const before = await o.head(scope);
    const send = o.send(ayu!, channelId!, 'not yet');
    proxy.cut({ at: 'commit' });
    await expect(o.run(send)).rejects.toThrow(StoreUnavailable);
    expect(await o.texts(channelId!)).toEqual([]);
    expect(await o.run(send)).toEqual({ ok: true, at: { [scope]: before + 1 } });
  });

  it('S11: what was read of a database that was put back since is not trusted', async () => {
    const store = await node();
    const company = await foundCompany(store);
    const [ayu] = company.people;
    const [channelId] = company.channels;
    const scope = channelScope(channelId!);
    const o = new Office(store, 7);
    expect(await o.run(o.send(ayu!, channelId!, 'a'))).toMatchObject({ ok: true });
    // As a backup of before she came has it; by chance its counter stands at the same number.
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'balai' AND datname = current_database()`,
    );
    await client.query(
      `DELETE FROM balai.rows USING balai.scopes
       WHERE scopes.id = scope_id AND name = $1 AND kind = 'member' AND rows.id = $2`,
      [scope, ayu!.userId],
    );
    await client.end();
    const send = o.send(ayu!, channelId!, 'b');
    const outcome = await o.run(send).catch(() => o.run(send));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not_member' } });
  });

  describe('beside a transaction that holds a lock', () => {
    let other: pg.Client;
    beforeEach(async () => {
      other = new pg.Client({ connectionString: url });
      await other.connect();
    });
    afterEach(() => other.end());

    const hold = async (scope: Scope): Promise<void> => {
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM balai.scopes WHERE name = $1 FOR UPDATE', [scope]);
    };
    /** The backend that waits for a lock, once there is one. */
    const waiting = async (): Promise<number> => {
      for (;;) {
        const [found] = await cluster.query(
          `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'balai'`,
        );
        if (found !== undefined) return found['pid'] as number;
      }
    };

    it('S14: a backend that is ended in the middle of a group has changed nothing', async () => {
      const store = await node();
      const company = await foundCompany(store);
      const [ayu] = company.people;
      const [channelId] = company.channels;
      const o = new Office(store, 7);
      await hold(channelScope(channelId!));
      const send = o.send(ayu!, channelId!, 'once');
      const lost = o.run(send).catch((error: unknown) => error);
      await cluster.query('SELECT pg_terminate_backend($1)', [await waiting()]);
      expect(await lost).toBeInstanceOf(StoreUnavailable);
      await other.query('ROLLBACK');
      expect(await o.texts(channelId!)).toEqual([]);
      expect(await o.run(send)).toMatchObject({ ok: true });
      expect(await o.texts(channelId!)).toEqual(['once']);
    });

    it('waits in no circle: a lock that it came to late is not waited for, and taken first then', async () => {
      const store = await node();
      const company = await foundCompany(store);
      const [ayu, bagas] = company.people;
      const [channelId] = company.channels;
      const o = new Office(store, 7);
      const send = o.send(ayu!, channelId!, `<@${bagas!.userId}>`);
      await o.run(send);
      // Taking the mention back needs Bagas' scope, which only the message itself tells.
      await hold(userScope(bagas!.userId));
      const edit = { channelId: channelId!, messageId: send.op as string as MessageId };
      const edited = o.run(
        o.command(ayu!, 'message.edit', { ...edit, base: send.op, text: 'nobody' }),
      );
      // The second attempt knows of it, and waits for it in turn.
      await waiting();
      await other.query('ROLLBACK');
      expect(await edited).toMatchObject({ ok: true });
      const mention = { scope: userScope(bagas!.userId), kind: 'mention', id: send.op } as const;
      expect(await store.get([mention])).toEqual([]);
    });

    it('a group that changes org waits for those that read it, and those that come later for it', async () => {
      const store = await node();
      const company = await foundCompany(store);
      const [ayu] = company.people;
      const [channelId] = company.channels;
      const o = new Office(store, 7);
      await other.query(`BEGIN; ${shareOrg}`);
      const profile = o.run(o.command(ayu!, 'profile.set', { title: 'head of the hall' }));
      await waiting();
      const send = o.run(o.send(ayu!, channelId!, 'after it'));
      await other.query('COMMIT');
      expect(await profile).toMatchObject({ ok: true });
      expect(await send).toMatchObject({ ok: true });
    });

    it('S13: what becomes visible in another order than it began is told, each once', async () => {
      const store = await node();
      const company = await foundCompany(store);
      const [first, second] = company.channels.map(channelScope);
      const theirs = new Office(await node(), 7);
      await store.moved();
      const scopes = async () => (await store.moved()).map(({ scope }) => scope);
      // Begins first, with the lower number, and commits last.
      await other.query('BEGIN');
      await other.query(
        `UPDATE balai.scopes SET head = head + 1, moved_by = pg_current_xact_id() WHERE name = $1`,
        [first],
      );
      const [ayu] = company.people;
      await theirs.run(theirs.send(ayu!, company.channels[1]!, 'early'));
      expect(await scopes()).toEqual([second]);
      expect(await scopes()).toEqual([]);
      await theirs.run(theirs.send(ayu!, company.channels[1]!, 'again'));
      expect(await scopes()).toEqual([second]);
      await other.query('COMMIT');
      expect(await scopes()).toEqual([first]);
      expect(await scopes()).toEqual([]);
    });
  });

  it('S13: an own commit upon one of another node that was not seen yet is news', async () => {
    const store = await node();
    const company = await foundCompany(store);
    const [ayu] = company.people;
    const [channelId] = company.channels;
    const [mine, theirs] = [new Office(store, 7), new Office(await node(), 8)];
    await store.moved();
    await theirs.run(theirs.send(ayu!, channelId!, 'theirs'));
    await mine.run(mine.send(ayu!, channelId!, 'mine'));
    const scope = channelScope(channelId!);
    expect(await store.moved()).toEqual([{ scope, head: await mine.head(scope), count: 2 }]);
    await mine.run(mine.send(ayu!, channelId!, 'mine again'));
    expect(await store.moved()).toEqual([]);
  });
});
