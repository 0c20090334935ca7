import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';

/** Runs `file-computer.ts` until it dies by its own hand, or has done everything; what it said, in words. */
export async function dies(...args: readonly string[]): Promise<string[][]> {
  const child = spawn(process.execPath, ['e2e/system/file-computer.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if (out.endsWith('end\n')) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  expect(signal, args.join(' ')).toBe('SIGKILL');
  // A line that the kill cut short was not heard by anybody.
  const lines = out.split('\n').slice(0, -1);
  return lines.map((line) => line.split(' '));
}

/** What it said behind this word, each time. */
export const said = (lines: readonly string[][], word: string): string[] =>
  lines.filter(([first]) => first === word).map(([, value]) => value ?? '');
