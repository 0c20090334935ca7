import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orgScope } from '../../shared/domain/scope.ts';
import { immediateClock } from '../store/testing/immediate-clock.ts';
import {
  startCluster,
  whyNoCluster,
  type PostgresCluster,
} from '../store/testing/postgres-cluster.ts';
import { StoreUnavailable } from '../store/port.ts';
import { busContract } from './contract/bus-contract.ts';
import type { Hint } from './port.ts';
import { PostgresBus, type PostgresBusOptions } from './postgres.ts';

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'a cluster'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  const open = (url: string, more: Partial<PostgresBusOptions> = {}) =>
    PostgresBus.open({ url, clock: immediateClock, random: () => 0, fault: () => {}, ...more });

  busContract('Postgres', async () => {
    const url = await cluster.database();
    const faults: unknown[] = [];
    const fault = (error: unknown) => void faults.push(error);
    const [here, there] = [await open(url, { fault }), await open(url, { fault })];
    const end = async () => {
      await here.close();
      await there.close();
    };
    return { here, there, faults, end };
  });

  const head = (n: number): Hint => ({ type: 'scope', scope: orgScope, head: n });
  /** Resolves once `bus` heard the head. */
  const hears = (bus: PostgresBus, n: number) =>
    new Promise<void>((resolve) => {
      bus.subscribe((hints) => {
        if (hints.some((hint) => hint.type === 'scope' && hint.head === n)) resolve();
      });
    });
  const listening = async (url: string): Promise<number[]> => {
    const found = await cluster.query(
      `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND query LIKE '%LISTEN%' AND state = 'idle'`,
      [new URL(url.replace('@/', '@host/')).pathname.slice(1)],
    );
    return found.map(({ pid }) => pid as number);
  };

  it('S13: more hints than one notification holds arrive all the same', async () => {
    const url = await cluster.database();
    const [here, there] = [await open(url), await open(url)];
    const all: Hint[] = [];
    const done = new Promise<void>((resolve) => {
      there.subscribe((hints) => {
        all.push(...hints);
        if (all.length === 1_000) resolve();
      });
    });
    const hints = Array.from({ length: 1_000 }, (_, n) => head(n));
    here.publish(hints);
    await done;
    expect(all).toEqual(hints);
    await here.close();
    await there.close();
  });

  it('S13: a lost line is made again, with what is published after that', async () => {
    const url = await cluster.database();
    const losses: Error[] = [];
    let lost = (): void => {};
    const wasLost = new Promise<void>((resolve) => {
      lost = resolve;
    });
    const here = await open(url, {
      lost(error) {
        losses.push(error);
        lost();
      },
    });
    const there = await open(url);
    const [pid] = await listening(url);
    await cluster.query('SELECT pg_terminate_backend($1)', [pid]);
    await wasLost;
    expect(losses[0]?.message).toMatch(/terminat/);
    // Into the gap: it may be lost, and does no harm.
    here.publish([head(1)]);
    while ((await listening(url)).filter((one) => one !== pid).length < 2);
    const both = [hears(here, 2), hears(there, 2)];
    while (!(await published(here, both)));
    await here.close();
    await there.close();
  });

  /** Publishes until both have heard it: the server knows the new line before the bus does. */
  async function published(bus: PostgresBus, both: readonly Promise<void>[]): Promise<boolean> {
    bus.publish([head(2)]);
    const turn = new Promise<false>((resolve) => setImmediate(() => resolve(false)));
    return Promise.race([Promise.all(both).then(() => true), turn]);
  }

  it('tries again and again while there is no database, and ends when it is closed', async () => {
    const url = await cluster.database();
    const name = new URL(url.replace('@/', '@host/')).pathname.slice(1);
    let tries = 0;
    let enough = (): void => {};
    const often = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const bus = await open(url, {
      lost() {
        if (++tries === 5) enough();
      },
    });
    await cluster.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await often;
    await bus.close();
    expect(tries).toBeGreaterThanOrEqual(5);
  });

  it('says at its beginning that there is no database', async () => {
    const url = await cluster.database();
    await expect(open(url.replace(/balai_\d+/, 'nowhere'))).rejects.toThrow(StoreUnavailable);
  });
});
