import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { orgScope } from '../../shared/domain/scope.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { paths, sessionGranted, type SessionGranted } from '../../shared/protocol/http.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { readConfig } from '../config.ts';
import { TestClient } from '../gateway/testing/test-client.ts';
import { openLog } from '../log.ts';
import { startRelay, type Relay } from '../relay.ts';
import { line } from './testing/line.ts';

const PASSWORD = 'a long enough one';

let data: string;
let relay: Relay;
const clock = new FakeClock();
const clients: TestClient[] = [];

const run = (...args: string[]) => line(['--data', data, ...args], { input: PASSWORD, clock });
const hire = (name: string) =>
  run('user', 'add', '--name', name, '--display-name', name, '--password-stdin');

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'balai-beside-'));
  const config = readConfig(['--data', data, '--port', '0', '--link-previews', 'false'], {});
  relay = await startRelay(config, { clock, log: openLog('silent') });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.ws.terminate();
  await relay.close();
  rmSync(data, { recursive: true });
});

async function signIn(name: string): Promise<SessionGranted> {
  const device = { id: '00000000-0000-8000-8000-0000000000d1', name: 'test' };
  const answer = await fetch(`${relay.url}${paths.session}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD, device }),
  });
  return sessionGranted.parse(await answer.json());
}

async function connect(accessToken: string): Promise<TestClient> {
  const client = new TestClient(relay.url);
  clients.push(client);
  await client.hello(accessToken);
  return client;
}

it('people who are added beside a running relay sign in and are seen by those who are there', async () => {
  await hire('ayu');
  const ayu = await connect((await signIn('ayu')).accessToken);
  await hire('budi');
  clock.advance(1_000);
  const isBudi = (row: object) => 'name' in row && row.name === 'budi';
  const { rows } = await ayu.take('rows', (frame) => frame.rows.some(isBudi));
  expect((await signIn('budi')).userId).toBe(rows.find(isBudi)?.id);
});

it('closing an account disconnects its person within seconds, and nobody else (S13)', async () => {
  await hire('ayu');
  await hire('budi');
  const session = await signIn('ayu');
  const [ayu, budi] = [
    await connect(session.accessToken),
    await connect((await signIn('budi')).accessToken),
  ];
  await run('user', 'disable', 'ayu');
  for (let second = 0; second < 6; second++) {
    clock.advance(1_000);
    // A question and its answer: the relay's heart has beaten.
    await budi.pull(orgScope);
  }
  expect((await ayu.closed).code).toBe(closeCodes.revoked);
  const refused = await fetch(`${relay.url}${paths.refresh}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken: session.refreshToken }),
  });
  // S12: `disabled`, which makes the device wipe itself.
  expect(refused.status).toBe(403);
});
