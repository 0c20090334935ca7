import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { paths } from '../shared/protocol/http.ts';

const answers = (relay: string): Promise<boolean> =>
  fetch(relay + paths.workspace).then(
    () => true,
    () => false,
  );

// In Windows a process has no group, and npm no shell that could be left behind.
it.runIf(process.platform !== 'win32').each([
  // A terminal's Ctrl+C, and its end, reach everything that was started in it.
  ['SIGINT', 'all'],
  ['SIGHUP', 'all'],
  // A service manager's word, or somebody's kill, reaches npm alone.
  ['SIGTERM', 'npm'],
  ['SIGHUP', 'npm'],
  ['SIGKILL', 'npm'],
] as const)('%s to %s of npm run ends the program too', async (signal, whom) => {
  const data = mkdtempSync(join(tmpdir(), 'node-'));
  const npm = spawn(
    'npm',
    ['run', '--silent', 'relay', '--', '--data', data, '--port', '0', '--log-level', 'error'],
    { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  );
  onTestFinished(() => {
    try {
      process.kill(-npm.pid!, 'SIGKILL');
    } catch {
      // Nothing is left of it, as it should be.
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  });
  const [line] = (await once(createInterface({ input: npm.stdout }), 'line')) as [string];
  const { listening } = JSON.parse(line) as { listening: string };
  expect(await answers(listening)).toBe(true);
  const gone = once(npm, 'exit');
  process.kill(whom === 'all' ? -npm.pid! : npm.pid!, signal);
  await gone;
  await expect.poll(() => answers(listening), { timeout: 20_000 }).toBe(false);
  const left = (): boolean => {
    try {
      process.kill(-npm.pid!, 0);
      return true;
    } catch {
      return false;
    }
  };
  await expect.poll(left, { timeout: 20_000 }).toBe(false);
});
