import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SeededRandom } from '../../shared/testing/random.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { Office } from '../store/contract/office.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { RelayProcess } from '../testing/relay-process.ts';
import { signedInCompany } from '../testing/signed-in.ts';
import { expectEqual, expectOnce } from './testing/expect-once.ts';
import { Mirror } from './testing/mirror.ts';
import { SteadySender } from './testing/steady-sender.ts';

/** docs/reliability.md names the number of a whole run. */
const KILLS = Number(process.env['BALAI_KILLS'] ?? 8);
const SENDERS = 4;

let folder: string;
let relay: RelayProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-kills-'));
});
afterEach(async () => {
  await relay?.kill();
  rmSync(folder, { recursive: true });
});

it(
  `S1, S5, S10, S14: a relay that is killed ${KILLS} times under load loses, doubles and reorders nothing`,
  async () => {
    const file = join(folder, DATABASE_FILE);
    const store = await openSqliteStore({ file });
    const { channelId, people } = await signedInCompany(store, SENDERS + 1);
    await store.close();
    const { op } = new Office(undefined as never, 3);
    const senders = people
      .slice(0, SENDERS)
      .map(({ name, accessToken }) => new SteadySender(name, op, channelId, accessToken));
    const reader = people[SENDERS]!;
    const mirror = new Mirror(reader.userId);
    const random = new SeededRandom(7);
    const start = async (): Promise<string> => {
      const flags = ['--data', folder, '--log-level', 'error', '--rate-per-second', '0'];
      relay = await RelayProcess.start(flags);
      await mirror.connect(relay.url, reader.accessToken);
      return relay.url;
    };
    const outstanding = (): number => senders.reduce((sum, one) => sum + one.outstanding, 0);

    for (let kill = 0; kill < KILLS; kill++) {
      const url = await start();
      let left = 1 + random.int(150);
      let underWay = 0;
      const onAck = (): void => {
        if (--left !== 0) return;
        underWay = outstanding();
        void relay!.kill();
      };
      await Promise.all(senders.map((sender) => sender.writeTo(url, onAck)));
      expect((await relay!.ended).signal).toBe('SIGKILL');
      // It was killed while it had something to do.
      expect(underWay).toBeGreaterThan(0);
    }

    const url = await start();
    for (const sender of senders) sender.finish();
    await Promise.all(senders.map((sender) => sender.writeTo(url)));
    const fresh = new Mirror(reader.userId);
    await fresh.connect(url, reader.accessToken);
    await fresh.whole();
    await mirror.whole();
    fresh.cut();
    mirror.cut();
    expect(await relay!.stop()).toEqual({ code: 0, signal: null });

    const after = await openSqliteStore({ file });
    await expectOnce(after, channelId, senders);
    await expectEqual(after, fresh);
    await expectEqual(after, mirror);
    await after.close();
  },
  60_000 + KILLS * 20_000,
);
