import { calmest } from './testing/calmest.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { paths } from '../../shared/protocol/http.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { Office } from '../store/contract/office.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { RelayProcess } from '../testing/relay-process.ts';
import { signedInCompany, type SignedInCompany } from '../testing/signed-in.ts';
import { sendArgs, TestClient } from './testing/test-client.ts';

/** Of each kind of socket that is not as it should be. */
const EACH = 100;
/** The most that the sockets' buffers of the system take, on both sides together. */
const SYSTEM_BYTES = 16 * 1024 * 1024;

let folder: string;
let relay: RelayProcess;
let company: SignedInCompany;
const sockets: Socket[] = [];
const { op: newOp } = new Office(undefined as never, 3);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-slow-'));
  const store = await openSqliteStore({ file: join(folder, DATABASE_FILE) });
  company = await signedInCompany(store, 3);
  await store.close();
  const flags = ['--data', folder, '--log-level', 'warn', '--rate-per-second', '0'];
  relay = await RelayProcess.start(flags);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await relay.kill();
  rmSync(folder, { recursive: true });
});

const port = (): number => Number(new URL(relay.url).port);

/** A socket that says this and no more; resolves when the relay has closed it. */
async function half(said: string): Promise<{ socket: Socket; closed: Promise<void> }> {
  const socket = connect(port(), '127.0.0.1');
  sockets.push(socket);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {}).resume();
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  socket.write(said);
  return { socket, closed };
}

const upgrade = [
  ...[`GET ${paths.gateway} HTTP/1.1`, 'Host: relay', 'Connection: Upgrade', 'Upgrade: websocket'],
  ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''],
].join('\r\n');
const halves = {
  'no word at all': '',
  'half a head': `GET ${paths.gateway} HTTP/1.1\r\nHost: rel`,
  'a head without an end': `GET ${paths.health} HTTP/1.1\r\nHost: relay\r\nX-Slow: a\r\n`,
  'a handshake without a hello': upgrade,
  'half a frame': `${upgrade}\u0081`,
};

async function pair(): Promise<(text: string) => Promise<number>> {
  const { channelId, people } = company;
  const [a, b] = [new TestClient(relay.url), new TestClient(relay.url)];
  await a.hello(people[0]!.accessToken);
  await b.hello(people[1]!.accessToken);
  for (const { ws } of [a, b]) {
    const { _socket: socket } = ws as unknown as { _socket: Socket };
    sockets.push(socket);
  }
  return async (text) => {
    const op = newOp();
    const began = performance.now();
    const arrives = b.take('rows', ({ rows }) => rows.some((row) => row.id === op));
    a.commands({ op, name: 'message.send', args: sendArgs(channelId, text) });
    await arrives;
    a.frames.length = b.frames.length = 0;
    return performance.now() - began;
  };
}

const times = async (count: number, say: () => Promise<number>): Promise<number[]> => {
  const all: number[] = [];
  for (let n = 0; n < count; n++) all.push(await say());
  return all;
};

it(`${EACH} each of sockets that stop halfway end in time, and nobody notices them`, async () => {
  const say = await pair();
  await times(50, () => say('warm'));
  const quiet = calmest(await times(50, () => say('quiet')));
  const all = await Promise.all(
    Object.values(halves).flatMap((said) => Array.from({ length: EACH }, () => half(said))),
  );
  const beside = calmest(await times(50, () => say('beside')));
  expect(beside).toBeLessThan(10 * quiet);
  expect((await fetch(`${relay.url}${paths.health}`)).status).toBe(200);
  // Each of them; a pair of people stays. They would wait for ever.
  await Promise.all(all.map(({ closed }) => closed));
  await say('still here');
});

it('who reads a byte at a time is dropped to catch-up at the bound, and nobody notices', async () => {
  const say = await pair();
  const slow = new TestClient(relay.url);
  await slow.hello(company.people[2]!.accessToken);
  const { _socket: socket } = slow.ws as unknown as { _socket: Socket };
  sockets.push(socket);
  const text = 'x'.repeat(15_000);
  const quiet = calmest(await times(100, () => say(text)));
  socket.removeAllListeners('data');
  socket.pause();
  const dropped = (): boolean => relay.log.some((line) => line.includes('receives too slowly'));
  const beside: number[] = [];
  while (!dropped()) {
    socket.read(1);
    beside.push(await say(text));
    // What the systems of both sides hold comes to what waits in the relay.
    expect(beside.length * text.length).toBeLessThan(limits.socketQueueBytes + SYSTEM_BYTES);
  }
  expect(beside.length * text.length).toBeGreaterThan(limits.socketQueueBytes);
  expect(calmest(beside)).toBeLessThan(10 * quiet);
  expect(relay.log).toHaveLength(1);
  // It comes back, and asks for the rest.
  const again = new TestClient(relay.url);
  await again.hello(company.people[2]!.accessToken);
  expect(await again.pull(`channel:${company.channelId}`)).toMatchObject({
    count: 100 + beside.length,
  });
  again.close();
});
