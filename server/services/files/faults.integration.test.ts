import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpId } from '../../../shared/domain/ids.ts';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { DATABASE_FILE } from '../../data-folder.ts';
import { sendArgs, TestClient } from '../../gateway/testing/test-client.ts';
import { Office } from '../../store/contract/office.ts';
import { openStore, placeOf } from '../../store/open.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { immediateClock } from '../../store/testing/immediate-clock.ts';
import {
  startCluster,
  whyNoCluster,
  type PostgresCluster,
} from '../../store/testing/postgres-cluster.ts';
import { insideOf, onSmallDisk, whyNoSmallDisk } from '../../testing/full-disk.ts';
import { RelayProcess } from '../../testing/relay-process.ts';
import { signedInCompany, type SignedInCompany } from '../../testing/signed-in.ts';
import { attachmentOf, FileClient, type Sample } from './testing/file-client.ts';

/** How often the relay is killed while a file goes up; docs/reliability.md names a whole run. */
const KILLS = Number(process.env['BALAI_FILE_KILLS'] ?? 3);

let folder: string;
let company: SignedInCompany;
const relays: RelayProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-file-faults-'));
});
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.kill();
  rmSync(folder, { recursive: true });
});

const { op: newOp } = new Office(undefined as never, 5);
const quiet = ['--log-level', 'error', '--rate-per-second', '0'];

async function start(flags: readonly string[], prefix: readonly string[] = []) {
  const relay = await RelayProcess.start([...flags, ...quiet], prefix);
  relays.push(relay);
  return relay;
}
const client = (relay: RelayProcess, n = 0) =>
  new FileClient(relay.url, company.people[n]!.accessToken);

function sampleOf(size: number): Sample {
  const bytes = new SeededRandom(size).bytes(size);
  const { channelId } = company;
  const mediaType = 'application/octet-stream';
  return { id: newOp(), channelId, name: 'rekaman.bin', mediaType, bytes };
}

async function say(relay: RelayProcess, samples: readonly Sample[], op: OpId = newOp()) {
  const line = new TestClient(relay.url);
  await line.hello(company.people[0]!.accessToken);
  const args = sendArgs(company.channelId, 'lihat');
  const attachments = samples.map(attachmentOf);
  const outcome = await line.run(op, 'message.send', { ...args, attachments });
  line.close();
  return outcome;
}

async function bytesAt(relay: RelayProcess, id: string, n: number): Promise<Buffer> {
  const answer = await client(relay, n).get(id);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** A body that brings so many bytes and then nothing, as over a line that breaks. */
function stalling(bytes: Uint8Array): { body: ReadableStream; brought: Promise<void> } {
  const { promise: brought, resolve } = Promise.withResolvers<void>();
  let from = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) {
        resolve();
        return new Promise<void>(() => {});
      }
      controller.enqueue(bytes.subarray(from, (from += 16_384)));
      return undefined;
    },
  });
  return { body, brought };
}

it('S10: goes on where it was after kills at any place, and what was answered is there', async () => {
  const store = await openSqliteStore({ file: join(folder, DATABASE_FILE) });
  company = await signedInCompany(store, 2);
  await store.close();
  const random = new SeededRandom(11);
  const sample = sampleOf(1_500_000);
  let relay = await start(['--data', folder]);
  expect(await say(relay, [sample])).toMatchObject({ ok: true });
  let answered = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const begun = await client(relay).begin(sample);
    const from = begun.body.offset!;
    expect(from).toBeGreaterThanOrEqual(answered);
    const whole = sample.bytes.subarray(from, from + 1 + random.int(200_000));
    answered = (await client(relay).piece(sample.id, from, whole)).body.offset!;
    expect(answered).toBe(from + whole.length);
    // The next piece is on its way when the relay falls.
    const more = sample.bytes.subarray(answered, answered + random.int(300_000));
    const { body, brought } = stalling(more);
    const lost = client(relay)
      .stream(sample.id, answered, body)
      .catch(() => 'lost');
    await brought;
    await relay.kill();
    expect(await lost).toBe('lost');
    relay = await start(['--data', folder]);
  }
  // And once with the last byte, between the disk and the answer.
  const { offset } = (await client(relay).begin(sample)).body;
  const last = client(relay).piece(sample.id, offset!, sample.bytes.subarray(offset));
  const lost = last.catch(() => 'lost');
  await relay.kill();
  await lost;
  relay = await start(['--data', folder]);
  expect((await client(relay).send(sample)).body).toMatchObject({ state: 'done' });
  expect((await bytesAt(relay, sample.id, 1)).equals(sample.bytes)).toBe(true);
});

const noDisk = whyNoSmallDisk();

describe.skipIf(noDisk !== undefined)(`a small disk: ${noDisk ?? '16 MB'}`, () => {
  it('no_space: leaves room for messages, keeps what it has, and goes on when there is room', async () => {
    const [seed, data] = [join(folder, 'seed'), join(folder, 'data')];
    mkdirSync(seed);
    const store = await openSqliteStore({ file: join(seed, DATABASE_FILE) });
    company = await signedInCompany(store, 2);
    await store.close();
    const relay = await start(['--data', data], onSmallDisk(data, seed, 16));
    const large = sampleOf(16_000_000);
    expect(await client(relay).begin(large)).toMatchObject({
      ...{ status: 507, body: { code: 'no_space' } },
    });
    expect(await say(relay, [large])).toMatchObject({ ok: true });

    const sample = sampleOf(4_000_000);
    expect((await client(relay).begin(sample)).status).toBe(200);
    await client(relay).piece(sample.id, 0, sample.bytes.subarray(0, 1_000_000));
    // Something else takes what is left of the disk.
    const filler = insideOf(relay.pid, join(data, 'filler'));
    fill(filler);
    const refused = await client(relay).piece(
      sample.id,
      1_000_000,
      sample.bytes.subarray(1_000_000),
    );
    expect(refused).toMatchObject({ status: 507, body: { code: 'no_space' } });
    expect((await client(relay).begin(sample)).status).toBeGreaterThanOrEqual(500);
    rmSync(filler);
    const { body } = await client(relay).begin(sample);
    expect(body).toMatchObject({ state: 'open' });
    expect(body.offset).toBeGreaterThanOrEqual(1_000_000);
    expect((await client(relay).send(sample)).body).toMatchObject({ state: 'done' });
    expect(await say(relay, [sample])).toMatchObject({ ok: true });
    expect((await bytesAt(relay, sample.id, 1)).equals(sample.bytes)).toBe(true);
  });
});

function fill(file: string): void {
  for (const size of [1_000_000, 4_096]) {
    for (let n = 0; ; n++) {
      try {
        writeFileSync(file, Buffer.alloc(size, 1), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}

const noCluster = whyNoCluster();

describe.skipIf(noCluster !== undefined)(`Postgres: ${noCluster ?? 'two nodes'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  it('S13: a file goes up by one node and the other, and is read at each', async () => {
    const url = await cluster.database();
    const store = await openStore(placeOf(url), { clock: immediateClock, random: () => 0.5 });
    company = await signedInCompany(store, 2);
    await store.close();
    const flags = ['--store', url, '--files', join(folder, 'files')];
    const [one, other] = [await start(flags), await start(flags)];
    const sample = sampleOf(300_000);
    expect(await say(one, [sample])).toMatchObject({ ok: true });
    await client(one).begin(sample);
    await client(one).piece(sample.id, 0, sample.bytes.subarray(0, 100_000));
    await one.kill();
    expect((await client(other).begin(sample)).body.offset).toBe(100_000);
    expect((await client(other).send(sample)).body.state).toBe('done');
    const again = await start(flags);
    for (const node of [other, again]) {
      expect((await bytesAt(node, sample.id, 1)).equals(sample.bytes)).toBe(true);
    }
  });

  it('takes no files where nobody said where to', async () => {
    const url = await cluster.database();
    const store = await openStore(placeOf(url), { clock: immediateClock, random: () => 0.5 });
    company = await signedInCompany(store, 1);
    await store.close();
    const relay = await start(['--store', url]);
    expect(await client(relay).begin(sampleOf(10))).toMatchObject({ body: { code: 'no_space' } });
  });
});
