import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import { anything } from '../../../shared/search/wanted.ts';
import { Office } from '../contract/office.ts';
import type { Store } from '../port.ts';
import { immediateClock } from '../testing/immediate-clock.ts';
import { startCluster, whyNoCluster, type PostgresCluster } from '../testing/postgres-cluster.ts';
import { Database } from './database.ts';
import { storeOn } from './open.ts';

const missing = whyNoCluster();

/**
 * Statements are planned once on each connection, and the first plans are made while the tables
 * are empty, when reading all of them looks as cheap as anything. These plans must be good for a
 * company's whole life.
 */
describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'plans'}`, () => {
  let cluster: PostgresCluster;
  let db: Database;
  let store: Store;
  const plans = new Map<string, string[]>();

  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
    db = new Database(await cluster.database(), 1);
    store = await storeOn(db, { clock: immediateClock, random: () => 0.5 });
    await everything();
    const known = await db.read<[string, number]>({
      text: 'SELECT name, cardinality(parameter_types) FROM pg_prepared_statements',
    });
    for (const [name, parameters] of known) {
      const values = Array.from({ length: parameters }, () => 'NULL').join(', ');
      const call = parameters === 0 ? '' : `(${values})`;
      const lines = await db.read<[string]>({ text: `EXPLAIN EXECUTE "${name}"${call}` });
      plans.set(
        name,
        lines.map(([line]) => line),
      );
    }
  });
  afterAll(async () => {
    await store.close();
    await cluster.stop();
  });

  /** Each statement at least once, in an empty workspace. */
  async function everything(): Promise<void> {
    const o = new Office(store);
    const ayu = await o.person('Ayu');
    const channelId = await o.channel(ayu, 'umum');
    const scope = channelScope(channelId);
    const send = o.send(ayu, channelId, 'hello');
    // Only what comes again is looked up.
    await o.run(send);
    await o.run(send);
    await o.run(o.command(ayu, 'profile.set', { title: 'x' }));
    await o.pull(scope);
    await store.history({ scope, rootId: null, direction: 'around', position: 1, limit: 5 });
    await store.get([{ scope: orgScope, kind: 'user', id: ayu.userId }]);
    await store.list(scope, 'member', '', 10);
    await store.findPeople('ayu', '', 10);
    await store.scopesOf(ayu.userId);
    const asked = { asker: ayu.userId, readable: [channelId], after: null, limit: 5 };
    for (const more of [{ saved: true }, { unread: true }, { to: [ayu.userId] }]) {
      await store.search({ ...asked, wanted: { ...anything, ...more } });
    }
    await store.moved();
  }

  const indexes = (name: string): string[] =>
    (plans.get(name) ?? []).flatMap((line) => /using (\w+) on/.exec(line)?.[1] ?? []).toSorted();

  it('read no table from its beginning to its end', () => {
    expect(plans.size).toBeGreaterThan(15);
    for (const [name, plan] of plans) {
      expect(plan.join('\n'), name).not.toMatch(
        /Seq Scan on (?!search_mark)|Hash Join|Merge Join|Bitmap/,
      );
    }
  });

  it.each([
    ['scope-heads', ['scopes_by_name']],
    ['group-lock', ['scopes_by_name']],
    ['group-ops', ['ops_by_op']],
    ['group-move-scopes', ['scopes_pkey']],
    ['rows-load', ['rows_by_key', 'scopes_by_name']],
    ['rows-load-by-id', ['rows_by_key']],
    ['rows-get', ['rows_by_key', 'scopes_by_name']],
    ['rows-list', ['rows_by_key', 'scopes_by_name']],
    ['rows-memberships', ['rows_by_key', 'scopes_by_name']],
    ['pages-pull', ['rows_by_version', 'scopes_by_name']],
    ['history-channel', ['rows_by_position', 'rows_by_position', 'scopes_by_name']],
    ['directory-find', ['directory_by_name', 'directory_pkey', 'rows_by_key', 'scopes_by_name']],
    ['moved-since', ['scopes_by_move']],
    ['search-behind', ['scopes_by_move', 'searched_pkey']],
    ['search-newer', ['rows_by_version']],
    ['search-read', ['rows_by_key', 'rows_by_key', 'rows_by_key', 'rows_by_key']],
    ['search-drop', ['search_by_id']],
    ['search-people', ['rows_by_key']],
    ['search-saved', ['rows_by_key', 'scopes_by_name']],
    ['search-markers', ['rows_by_key', 'scopes_by_name']],
    ['search-follows', ['rows_by_key', 'scopes_by_name']],
    ['search-first-unread', ['rows_by_position']],
    ['search-first-unread-reply', ['rows_by_parent']],
    ['search-scopes', ['scopes_by_name']],
  ])('%s goes by %j', (name, expected) => {
    expect(indexes(name), plans.get(name)?.join('\n')).toEqual(expected);
  });

  it('look rows up by the whole of their key', () => {
    for (const name of ['rows-load', 'rows-load-by-id', 'rows-get']) {
      expect(plans.get(name)?.join('\n')).toMatch(/Index Cond: \(\(scope_id = .*kind = .*id = /);
    }
  });
});
