import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);

/** The checkout. */
export const root = join(import.meta.dirname, '..', '..');

const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** Command line of a tool in node_modules, run by this Node, so that no shell and no PATH matters. */
export function tool(packageName: string, bin: string, ...args: string[]): string[] {
  const path = require.resolve(join(root, 'node_modules', packageName, 'package.json'));
  const { bin: bins } = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const file = typeof bins === 'string' ? bins : bins[bin];
  if (file === undefined) throw new Error(`${packageName} has no command ${bin}`);
  return [process.execPath, join(dirname(path), file), ...args];
}

export interface Ran {
  /** Null where it was killed. */
  readonly code: number | null;
  /** What it printed; empty where that went to the terminal. */
  readonly output: string;
}

const running = new Set<number>();

/** A started program leads a group of its own, so that what it starts can be ended with it. */
function endGroup(pid: number): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Ends every program that still runs. */
export function endAll(): void {
  for (const pid of running) endGroup(pid);
}

export interface RunOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Shows the output as it comes, instead of keeping it. */
  readonly show: boolean;
  /** ms after which the program is ended, with all that it started. */
  readonly timeout: number;
}

export function run(command: readonly string[], options: RunOptions): Promise<Ran> {
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      env: options.env,
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const timer = setTimeout(() => {
      console.error(`ended after ${options.timeout / 1000} s: ${command.slice(1).join(' ')}`);
      if (pid !== undefined) endGroup(pid);
    }, options.timeout);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (pid !== undefined) {
        // Whatever it left behind.
        if (process.platform !== 'win32') endGroup(pid);
        running.delete(pid);
      }
      resolve({ code, output: Buffer.concat(chunks).toString() });
    });
  });
}
