import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { channelScope } from '../../shared/domain/scope.ts';
import { anId } from '../../shared/testing/office.ts';
import { messageRow } from '../../shared/testing/rows.ts';
import { goOn } from './testing/client.ts';
import { temporaryFolder } from './testing/folder.ts';
import { WholeCore } from './testing/whole-core.ts';

/** A disk of its own of 6 MiB. Only root may mount one. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const dir = temporaryFolder();
  const args = ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', dir];
  if (spawnSync('mount', args, { stdio: 'ignore' }).status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', dir]));
  return dir;
}

const mounts = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
})();
const reason = mounts ? '' : ' (skipped: no small disk can be mounted here)';

/** Takes up all that is left, less some bytes. */
function fill(dir: string, leave = 0): () => void {
  const file = join(dir, 'ballast');
  const handle = openSync(file, 'w');
  const piece = Buffer.alloc(4_096, 1);
  for (;;) {
    try {
      writeSync(handle, piece);
    } catch {
      break;
    }
  }
  closeSync(handle);
  if (leave > 0) truncateSync(file, statSync(file).size - leave);
  return () => rmSync(file);
}

describe.skipIf(!mounts)(`a full disk${reason}`, () => {
  it('S7: refuses what cannot be kept with its code, loses nothing that was told, and goes on', async () => {
    const dir = smallDisk()!;
    const ayu = await WholeCore.signedIn(0, dir);
    ayu.fill(20);
    ayu.cut();
    const free = fill(dir, 64 * 1_024);
    const told: string[] = [];
    let refusal: unknown;
    try {
      for (;;) {
        const text = `${told.length} ${'kata '.repeat(200)}`;
        await ayu.send(text);
        told.push(text);
      }
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ name: 'CacheError', code: 'disk_full' });
    expect(told.length).toBeGreaterThan(3);
    expect(await ayu.unsent()).toEqual(told);
    // Reading goes on.
    const page = await ayu.api.messages({
      ...{ channelId: ayu.channelId, limit: 50, at: { from: 'newest' } },
    });
    expect(page.messages.length).toBeGreaterThan(20);

    free();
    await ayu.send('lagi');
    expect(await ayu.unsent()).toEqual([...told, 'lagi']);
    await ayu.restart();
    expect(await ayu.unsent()).toEqual([...told, 'lagi']);
  });

  it('S4: what comes from the relay waits there, is told as disk_full, and comes later', async () => {
    const dir = smallDisk()!;
    const ayu = await WholeCore.signedIn(0, dir);
    ayu.fill(20);
    const free = fill(dir);
    const give = (from: number): void =>
      ayu.sockets.at(-1)?.give({
        ...{ t: 'rows', scope: channelScope(ayu.channelId), from, to: from + 300, count: 320 },
        rows: Array.from({ length: 300 }, (_, n) =>
          messageRow(anId(0x400_000 + from + n), from + 1 + n, { text: 'banyak '.repeat(500) }),
        ),
      });
    give(22);
    await goOn();
    expect((await ayu.api.connection({})).problem).toBe('disk_full');
    free();
    // The next try takes up where the last change reached the disk.
    await ayu.pass(60_000, 1_000);
    const own = `user:${ayu.relay.userId}`;
    const scopes = [
      { scope: own, head: 1, count: 0 },
      { scope: channelScope(ayu.channelId), head: 322, count: 320 },
    ];
    ayu.welcome({ scopes });
    const pulls = (ayu.sockets.at(-1)?.sent ?? []).filter(({ t }) => t === 'pull');
    expect(pulls).toMatchObject([{ scope: channelScope(ayu.channelId), after: 22 }]);
    expect((await ayu.api.connection({})).problem).toBeNull();
  });

  it('a start on it says so, and opens once there is room', async () => {
    const dir = smallDisk()!;
    const ayu = await WholeCore.signedIn(0, dir);
    ayu.cut();
    await ayu.send('satu');
    await ayu.stop();
    const free = fill(dir);
    await ayu.start();
    expect(await ayu.state()).toBe('storage: disk_full');
    free();
    await ayu.api.connectNow({});
    expect(await ayu.state()).toBe('signed_in');
    expect(await ayu.unsent()).toEqual(['satu']);
  });

  it('S7: a damaged cache on it keeps its unsent until there is room for a new one', async () => {
    const dir = smallDisk()!;
    const ayu = await WholeCore.signedIn(0, dir);
    ayu.cut();
    for (let n = 0; n < 30; n++) await ayu.send(`${n} ${'kata '.repeat(200)}`);
    const before = await ayu.unsent();
    await ayu.stop();
    const size = statSync(join(dir, 'cache.db')).size;
    truncateSync(join(dir, 'cache.db'), size - 4_096 * 2);
    const free = fill(dir, 12_288);
    await ayu.start();
    const refused = await ayu.state();
    free();
    await ayu.api.connectNow({});
    expect(refused).toBe('storage: disk_full');
    expect(await ayu.state()).toBe('signed_in');
    const after = await ayu.unsent();
    expect(after.length).toBeGreaterThan(20);
    expect(before).toEqual(expect.arrayContaining(after));
  });
});
