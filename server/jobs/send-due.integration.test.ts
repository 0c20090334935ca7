import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { scheduledMessageId } from '../../shared/domain/kinds/scheduled.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope, registryScope, userScope } from '../../shared/domain/scope.ts';
import { readConfig } from '../config.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { openLog } from '../log.ts';
import { startRelay } from '../relay.ts';
import { TestAuthenticator } from '../gateway/testing/test-relay.ts';
import { Office, rowsOf } from '../store/contract/office.ts';
import { openStore, placeOf } from '../store/open.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { immediateClock } from '../store/testing/immediate-clock.ts';
import {
  startCluster,
  whyNoCluster,
  type PostgresCluster,
} from '../store/testing/postgres-cluster.ts';
import { RelayProcess } from '../testing/relay-process.ts';

const patience = { timeout: 60_000, interval: 5 };

/** Many messages that fell due long ago. */
async function overdue(office: Office, ayu: Actor, channelId: ChannelId, count: number) {
  const commands = Array.from({ length: count }, (_, n) => {
    const what = { channelId, rootId: null, broadcast: false, text: `nomor ${n}` };
    const when = { at: office.clock.now() + n, why: 'chosen' as const };
    return office.command(ayu, 'scheduled.add', { ...what, attachments: [], ...when });
  });
  for (let at = 0; at < count; at += 200) await office.commit(...commands.slice(at, at + 200));
  return commands.map(({ op }) => op as string);
}

async function sent(office: Office, channelId: ChannelId): Promise<string[]> {
  const { rows } = await office.pull(channelScope(channelId));
  return rowsOf(rows)
    .flatMap((row) => (row.kind === 'message' && row.system === null ? [row] : []))
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => id);
}

async function nothingLeft(office: Office, ayu: Actor): Promise<void> {
  expect(await office.store.list(registryScope, 'due', '', 1)).toEqual([]);
  expect(await office.store.list(userScope(ayu.userId), 'scheduled', '', 1)).toEqual([]);
}

it('S1, S10, S14: a relay that is killed while it sends what is due sends each once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-due-'));
  const office = new Office(await openSqliteStore({ file: join(folder, DATABASE_FILE) }));
  onTestFinished(async () => {
    await office.store.close();
    rmSync(folder, { recursive: true });
  });
  const ayu = await office.person('Ayu');
  const channelId = await office.channel(ayu, 'umum');
  const ids = await overdue(office, ayu, channelId, 1_200);
  const flags = ['--data', folder, '--log-level', 'error'];
  const count = async () => (await sent(office, channelId)).length;
  for (const kills of [true, true, false]) {
    const before = await count();
    const relay = await RelayProcess.start(flags);
    const wanted = kills ? before + 1 : ids.length;
    await vi.waitUntil(async () => (await count()) >= wanted, patience);
    await relay.kill();
    expect((await count()) < ids.length).toBe(kills);
  }
  // In the order of their times, too.
  expect(await sent(office, channelId)).toEqual(ids.map(scheduledMessageId));
  await nothingLeft(office, ayu);
}, 120_000);

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'two nodes'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  it('S1, S13: two nodes that begin at once send each once', async () => {
    const url = await cluster.database();
    const store = await openStore(placeOf(url), { clock: immediateClock, random: () => 0.5 });
    const office = new Office(store);
    onTestFinished(() => store.close());
    const ayu = await office.person('Ayu');
    const channelId = await office.channel(ayu, 'umum');
    const ids = await overdue(office, ayu, channelId, 200);
    const config = readConfig(['--store', url, '--port', '0', '--link-previews', 'false'], {});
    const parts = { log: openLog('silent'), authenticator: new TestAuthenticator() };
    const nodes = await Promise.all([startRelay(config, parts), startRelay(config, parts)]);
    onTestFinished(async () => {
      for (const node of nodes) await node.close();
    });
    const done = async () => {
      expect(await office.store.list(registryScope, 'due', '', 1)).toEqual([]);
    };
    await vi.waitFor(done, patience);
    const wanted = ids.map(scheduledMessageId).sort();
    expect((await sent(office, channelId)).sort()).toEqual(wanted);
    await nothingLeft(office, ayu);
  });
});
