import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Process } from '../support/process.ts';
import { Office, type Computer } from './office.ts';

const isRoot = process.getuid?.() === 0;
const hasSetpriv = spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).error === undefined;
// Root writes wherever it likes; without it the present user is bound already.
const lacking = process.platform === 'win32' || (isRoot && !hasSetpriv);
const NOBODY = 65_534;

interface Told {
  state: string;
  problem: string | null;
  waiting: string[];
}

/** Opens the profile in a process of its own, whom the rights of its folder bind. */
function opened(dir: string): Told {
  const command = [process.execPath, 'e2e/system/telling-computer.ts', dir];
  const as = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--'];
  const [program, ...args] = [...(isRoot ? as : []), ...command] as [string, ...string[]];
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Told;
}

function rights(dir: string, folder: number, file: number): void {
  if (isRoot) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, dir]);
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? folder : file);
  }
  chmodSync(dir, folder);
}

const sums = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    });

async function withWaiting(): Promise<{ office: Office; ayu: Computer }> {
  const office = await Office.open(['ayu']);
  const ayu = await office.signedIn('ayu');
  const { op } = await ayu.api.createChannel({
    ...{ name: 'dermaga', type: 'private', topic: '', userIds: [] },
  });
  await ayu.until(async (api) => (await api.connection({})).waiting === 0);
  await office.stop();
  await ayu.send(op, 'belum terkirim');
  await ayu.close();
  return { office, ayu };
}

describe('a profile', () => {
  it.skipIf(lacking)(
    'S7: that may not be written is told as read_only, stays as it is, and opens when it may',
    async () => {
      const { ayu } = await withWaiting();
      rights(ayu.dir, 0o500, 0o400);
      const before = sums(ayu.dir);
      expect(opened(ayu.dir)).toEqual({ state: 'storage', problem: 'read_only', waiting: [] });
      expect(sums(ayu.dir)).toEqual(before);
      rights(ayu.dir, 0o700, 0o600);
      expect(opened(ayu.dir)).toEqual({
        ...{ state: 'signed_in', problem: null, waiting: ['belum terkirim'] },
      });
    },
  );

  it('lets one client in; the second is told who has it, and damages nothing', async () => {
    const { ayu } = await withWaiting();
    const host = ['main/entry/browser-host.ts', '--data', ayu.dir, '--key-store', 'file'];
    const first = await Process.start<{ url: string }>(host);
    const second = await Process.start<{ problem: string; message: string }>(host);
    expect(second.answer.problem).toBe('profile_in_use');
    expect(second.answer.message).toMatch(/^process \d+ has this profile open$/);
    await second.stop();
    // Killed, so that its lock is left behind; the next start minds it not.
    await first.stop('SIGKILL');
    const third = await Process.start<{ url: string }>(host);
    expect(third.answer.url).toContain('http://127.0.0.1:');
    await third.stop();
    await ayu.reopen();
    expect((await ayu.api.outbox({})).map(({ text }) => text)).toEqual(['belum terkirim']);
  });
});
