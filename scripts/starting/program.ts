import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

export interface ProgramOptions {
  /** Script and arguments for this Node, or program and arguments where `file` is given. */
  readonly args: readonly string[];
  readonly file?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** What it says on standard error. */
  readonly log: string;
}

/** A program that runs as long as npm start does. */
export interface Program {
  /** The first line on its standard output; undefined where it ended before it wrote one. */
  readonly firstLine: Promise<string | undefined>;
  /** Its exit code; null where it was killed. */
  readonly ended: Promise<number | null>;
  /** What it said on standard error, once it has ended. */
  readonly complaint: Promise<string>;
  readonly pid: number | undefined;
  /** Asks it to end, and ends it with all that it started where it does not. */
  stop(): Promise<void>;
}

const GRACE_MS = 6_000;
const MOST_COMPLAINT = 10_000;
const leash = pathToFileURL(join(import.meta.dirname, 'leash.ts')).href;

export function startProgram({ args, file, env, cwd, log }: ProgramOptions): Program {
  const node = file === undefined;
  const child = spawn(file ?? process.execPath, node ? ['--import', leash, ...args] : [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own, so that Ctrl+C reaches npm start alone, which then ends things in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  // A program that ends closes its end first; that is no fault.
  child.stdin.on('error', () => undefined);
  const logFile = createWriteStream(log);
  // On a full disk the program has no log; what it says of that itself is still heard.
  logFile.once('error', () => child.stderr.unpipe(logFile));
  child.stderr.pipe(logFile);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < MOST_COMPLAINT) complaint += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code));
  });
  const lines = createInterface({ input: child.stdout });
  const firstLine = new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(undefined));
  });
  return {
    firstLine,
    ended,
    complaint: ended.then(() => complaint),
    pid: child.pid,
    stop: async () => {
      child.stdin.end();
      if (!node) endGroup(child, 'SIGTERM');
      const timer = setTimeout(() => endGroup(child, 'SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(timer);
      // Whatever it left behind.
      endGroup(child, 'SIGKILL');
    },
  };
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}
