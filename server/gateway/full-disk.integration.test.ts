import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { paths } from '../../shared/protocol/http.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { Office } from '../store/contract/office.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { insideOf, onSmallDisk, whyNoSmallDisk } from '../testing/full-disk.ts';
import { RelayProcess } from '../testing/relay-process.ts';
import { signedInCompany } from '../testing/signed-in.ts';
import { sendArgs, TestClient, textsOf } from './testing/test-client.ts';

const missing = whyNoSmallDisk();

describe.skipIf(missing !== undefined)(`SQLite: ${missing ?? 'a disk of 8 MB'}`, () => {
  let folder: string;
  let relay: RelayProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'balai-full-'));
  });
  afterEach(async () => {
    await relay?.kill();
    rmSync(folder, { recursive: true });
  });

  it('S10, S14: full in the middle of work: nothing acknowledged is lost, health says so, and it goes on when there is room', async () => {
    const [seed, data] = [join(folder, 'seed'), join(folder, 'data')];
    mkdirSync(seed);
    const store = await openSqliteStore({ file: join(seed, DATABASE_FILE) });
    const { channelId, people } = await signedInCompany(store, 1);
    await store.close();
    const flags = ['--data', data, '--log-level', 'error', '--rate-per-second', '0'];
    relay = await RelayProcess.start(flags, onSmallDisk(data, seed, 8));
    const health = async (): Promise<number> =>
      (await fetch(`${relay!.url}${paths.health}`)).status;
    expect(await health()).toBe(200);

    const { op: newOp } = new Office(undefined as never, 3);
    const text = 'x'.repeat(10_000);
    const acked: string[] = [];
    const { accessToken } = people[0]!;
    let client = new TestClient(relay.url);
    await client.hello(accessToken);
    const filler = insideOf(relay.pid, join(data, 'filler'));
    let refused: ReturnType<typeof newOp> | undefined;
    while (refused === undefined) {
      const op = newOp();
      const outcome = await client
        .run(op, 'message.send', sendArgs(channelId, `${acked.length} ${text}`))
        .catch(() => undefined);
      if (outcome === undefined) refused = op;
      else acked.push(`${acked.length} ${text}`);
      expect(outcome?.ok).not.toBe(false);
      // Something else takes what is left of the disk.
      if (acked.length === 20) fill(filler);
    }
    expect(await client.closed).toMatchObject({ code: closeCodes.unavailable });
    expect(await health()).toBe(503);

    // Reading goes on.
    client = new TestClient(relay.url);
    await client.hello(accessToken);
    expect(textsOf((await client.pull(`channel:${channelId}`)) as never)).toEqual(acked);

    rmSync(filler);
    const last = `${acked.length} ${text}`;
    expect(await client.run(refused, 'message.send', sendArgs(channelId, last))).toMatchObject({
      ok: true,
    });
    expect(await health()).toBe(200);
    expect(textsOf((await client.pull(`channel:${channelId}`)) as never)).toEqual([...acked, last]);
    client.close();
  });
});

/** Writes until there is no room. */
function fill(file: string): void {
  const chunk = Buffer.alloc(4_096, 1);
  try {
    for (;;) writeFileSync(file, chunk, { flag: 'a' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
