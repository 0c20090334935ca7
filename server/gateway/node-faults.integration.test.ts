import { setTimeout as faultFor } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpId } from '../../shared/domain/ids.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { paths, sessionGranted } from '../../shared/protocol/http.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { Passwords } from '../services/accounts/passwords.ts';
import { People } from '../services/accounts/people.ts';
import { Office } from '../store/contract/office.ts';
import { openStore, placeOf } from '../store/open.ts';
import type { Store } from '../store/port.ts';
import { immediateClock } from '../store/testing/immediate-clock.ts';
import {
  startCluster,
  whyNoCluster,
  type PostgresCluster,
} from '../store/testing/postgres-cluster.ts';
import { signedInCompany, type SignedInCompany } from '../testing/signed-in.ts';
import { expectEqual, expectOnce } from './testing/expect-once.ts';
import { Mirror } from './testing/mirror.ts';
import { healthOf, NodeFarm, type FarmNode } from './testing/node-farm.ts';
import { SteadySender } from './testing/steady-sender.ts';
import { TestClient } from './testing/test-client.ts';

const missing = whyNoCluster();

/** docs/reliability.md names the numbers of a whole run. */
const ROUNDS = Number(process.env['BALAI_NODE_FAULTS'] ?? 5);
/** How long a node stands still or is without its database, ms. */
const AWAY_MS = process.env['BALAI_LONG'] === undefined ? 1_000 : 60_000;
const SENDERS = 4;

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'faults of nodes'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: true });
  });
  afterAll(() => cluster.stop());

  let store: Store;
  let url: string;
  let company: SignedInCompany;
  let farm: NodeFarm;
  beforeEach(async () => {
    url = await cluster.database();
    store = await openStore(placeOf(url), { clock: immediateClock, random: () => 0.5 });
    company = await signedInCompany(store, SENDERS + 1);
  });
  afterEach(async () => {
    await farm.end();
    await store.close();
  });

  const join = async ({ relay }: FarmNode, n: number): Promise<TestClient> => {
    const client = new TestClient(relay.url);
    await client.hello(company.people[n]!.accessToken);
    return client;
  };

  it('S12, S13: sessions are shared: refreshed at another node, ended at one for all of them', async () => {
    farm = await NodeFarm.start(2, url, cluster.socket);
    const [one, two] = farm.nodes as [FarmNode, FarmNode];
    const [ayu, bagas] = company.people;
    const answer = await fetch(`${two.relay.url}${paths.refresh}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken: ayu!.refreshToken }),
    });
    const fresh = sessionGranted.parse(await answer.json());
    const here = new TestClient(one.relay.url);
    await here.hello(fresh.accessToken);

    // Signed out at one node, the connection at the other ends.
    const out = await fetch(`${two.relay.url}${paths.session}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${fresh.accessToken}` },
    });
    expect(out.status).toBe(204);
    expect(await here.closed).toMatchObject({ code: closeCodes.unauthenticated });

    // An account that is closed by a program which is no node ends everywhere.
    const both = [await join(one, 1), await join(two, 1)];
    const clock = { now: Date.now, after: immediateClock.after };
    const people = new People({ store, clock, passwords: new Passwords() });
    await people.setDisabled(bagas!.userId, true);
    // By the account's row, or by its session, which ends in the next transaction.
    for (const { closed } of both) {
      expect([closeCodes.revoked, closeCodes.unauthenticated]).toContain((await closed).code);
    }
    const again = new TestClient(two.relay.url);
    await expect(again.hello(bagas!.accessToken)).rejects.toThrow(/closed with 44/);
  });

  it('presence and typing cross from node to node, and a killed node is no longer heard', async () => {
    farm = await NodeFarm.start(2, url, cluster.socket);
    const [one, two] = farm.nodes as [FarmNode, FarmNode];
    const { channelId, people } = company;
    const [, bagas] = people;
    const watcher = await join(one, 0);
    watcher.send({ t: 'look', people: [bagas!.userId], channels: [channelId] });
    const seen = watcher.take('presence', (frame) => frame.people[0]?.state === 'active');
    const writer = await join(two, 1);
    await seen;
    const types = watcher.take('typing', (frame) => frame.userId === bagas!.userId);
    writer.send({ t: 'typing', channelId, rootId: null });
    expect(await types).toMatchObject({ channelId });
    const away = watcher.take('presence', (frame) => frame.people[0]?.state === 'away');
    writer.send({ t: 'presence', state: 'away' });
    await away;
    await farm.kill(two);
    await watcher.settled();
    watcher.close();
  });

  /** What can happen to a node, or to the database, while people write. */
  const faults: Record<string, (node: FarmNode) => Promise<void>> = {
    async killed(node) {
      await farm.kill(node);
      await farm.grow();
    },
    async 'stood still'(node) {
      node.relay.pause();
      farm.takeOut(node);
      await faultFor(AWAY_MS);
      node.relay.resume();
      await farm.putBack(node);
    },
    async 'cut off'(node) {
      node.line.become('cut');
      expect(await healthOf(node)).toBe(503);
      farm.takeOut(node);
      await faultFor(AWAY_MS);
      node.line.become('whole');
      await farm.putBack(node);
    },
    async 'in a hole'(node) {
      node.line.become('hole');
      // It says so within seconds although nothing tells it.
      expect(await healthOf(node)).toBe(503);
      farm.takeOut(node);
      await faultFor(AWAY_MS);
      node.line.become('whole');
      await farm.putBack(node);
    },
    async 'without a database'() {
      await cluster.restart();
      for (const node of farm.nodes) while ((await healthOf(node)) !== 200);
    },
  };

  it(
    `S1, S5, S10, S13, S14: three nodes under ${ROUNDS} faults lose, double and reorder nothing`,
    async () => {
      farm = await NodeFarm.start(3, url, cluster.socket);
      const { channelId, people } = company;
      const { op } = new Office(undefined as never, 3);
      let awaited = 0;
      let heard = (): void => {};
      const onAck = (): void => {
        if (--awaited === 0) heard();
      };
      const senders = people
        .slice(0, SENDERS)
        .map(({ name, accessToken }) => new SteadySender(name, op, channelId, accessToken));
      const finish = new AbortController();
      const writing = senders.map(async (sender) => {
        // Behind the balancer: whoever loses a node goes on at the next one.
        do await sender.writeTo(farm.balancer.url, onAck);
        while (!finish.signal.aborted || sender.outstanding > 0);
      });
      const reader = people[SENDERS]!;
      const mirror = new Mirror(reader.userId);
      const reading = (async () => {
        while (!finish.signal.aborted) {
          const client = await mirror
            .connect(farm.balancer.url, reader.accessToken)
            .catch(() => undefined);
          await client?.closed;
        }
      })();
      /** Resolves when so many more acknowledgements have come. */
      const more = (count: number): Promise<void> =>
        new Promise((resolve) => {
          awaited = count;
          heard = resolve;
        });

      const random = new SeededRandom(9);
      const names = Object.keys(faults);
      for (let round = 0; round < ROUNDS; round++) {
        await more(40);
        const node = random.pick(farm.nodes);
        await faults[names[round % names.length]!]!(node);
      }
      await more(40);
      finish.abort();
      for (const sender of senders) sender.finish();
      await Promise.all(writing);
      mirror.cut();
      await reading;

      const fresh = new Mirror(reader.userId);
      for (const one of [fresh, mirror]) {
        await one.connect(farm.balancer.url, reader.accessToken);
        await one.whole();
        one.cut();
      }
      await expectOnce(store, channelId, senders);
      await expectEqual(store, fresh);
      await expectEqual(store, mirror);
      const written: OpId[] = senders.flatMap((sender) => sender.written);
      expect(written.length).toBeGreaterThan(ROUNDS * 40);
    },
    120_000 + ROUNDS * (60_000 + 2 * AWAY_MS),
  );
});
