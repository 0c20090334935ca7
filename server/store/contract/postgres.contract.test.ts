import { afterAll, beforeAll, describe } from 'vitest';
import { SeededRandom } from '../../../shared/testing/random.ts';
import type { Store, Submitted } from '../port.ts';
import { openPostgresStore } from '../postgres/open.ts';
import { immediateClock } from '../testing/immediate-clock.ts';
import { startCluster, whyNoCluster, type PostgresCluster } from '../testing/postgres-cluster.ts';
import { accountContract } from './account-contract.ts';
import { storeContract } from './store-contract.ts';

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'a cluster'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  const random = new SeededRandom(1);
  const options = { clock: immediateClock, random: () => random.next(), connections: 4 };

  storeContract('Postgres', async () => {
    const url = await cluster.database();
    const faults: { error: unknown; command: Submitted }[] = [];
    const fault = (error: unknown, command: Submitted) => void faults.push({ error, command });
    const store = await openPostgresStore({ ...options, url, fault });
    const others: Store[] = [];
    return {
      store,
      faults,
      again: async () => {
        const other = await openPostgresStore({ ...options, url });
        others.push(other);
        return other;
      },
      end: async () => {
        for (const one of [store, ...others]) await one.close();
      },
    };
  });

  accountContract('Postgres', async () => {
    const { accounts, close } = await openPostgresStore({
      ...options,
      url: await cluster.database(),
    });
    return { accounts, close };
  });
});
