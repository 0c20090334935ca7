import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { startRelay, type Relay } from '../relay.ts';
import { Office } from '../store/contract/office.ts';
import { openStore, placeOf } from '../store/open.ts';
import { immediateClock } from '../store/testing/immediate-clock.ts';
import {
  startCluster,
  whyNoCluster,
  type PostgresCluster,
} from '../store/testing/postgres-cluster.ts';
import { sendArgs, TestClient, textsOf } from './testing/test-client.ts';
import { TestAuthenticator, tokenOf } from './testing/test-relay.ts';

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'two nodes'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  let nodes: Relay[];
  let office: Office;
  let ayu: Actor;
  let bagas: Actor;
  let channelId: ChannelId;
  const clients: TestClient[] = [];

  beforeEach(async () => {
    const url = await cluster.database();
    office = new Office(
      await openStore(placeOf(url), { clock: immediateClock, random: () => 0.5 }),
    );
    ayu = await office.person('Ayu');
    bagas = await office.person('Bagas');
    channelId = await office.channel(ayu, 'umum', [bagas]);
    const config = readConfig(['--store', url, '--port', '0', '--link-previews', 'false'], {});
    const parts = { log: openLog('silent'), authenticator: new TestAuthenticator() };
    nodes = await Promise.all([startRelay(config, parts), startRelay(config, parts)]);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.ws.terminate();
    for (const node of nodes) await node.close();
    await office.store.close();
  });

  const join = async (node: number, actor: Actor): Promise<TestClient> => {
    const client = new TestClient(nodes[node]!.url);
    clients.push(client);
    await client.hello(tokenOf(actor));
    return client;
  };

  it('S13: what is sent to one node arrives at the people of the other', async () => {
    const [a, b] = [await join(0, ayu), await join(1, bagas)];
    const scope = channelScope(channelId);
    for (const [from, to, text] of [[a, b, 'over'] as const, [b, a, 'and back'] as const]) {
      const arrives = to.take('rows', (frame) => frame.scope === scope);
      expect(await from.run(office.op(), 'message.send', sendArgs(channelId, text))).toMatchObject({
        ok: true,
      });
      expect(textsOf(await arrives)).toContain(text);
      await from.take('rows', (frame) => frame.scope === scope);
    }
  });

  it('S13: and also where no hint gets through', async () => {
    const [a, b] = [await join(0, ayu), await join(1, bagas)];
    await cluster.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%LISTEN%' AND pid <> pg_backend_pid()`,
    );
    const arrives = b.take('rows', (frame) => frame.scope === channelScope(channelId));
    await a.run(office.op(), 'message.send', sendArgs(channelId, 'by the poll'));
    expect(textsOf(await arrives)).toEqual(['by the poll']);
  });
});
