import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const folders: string[] = [];
const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});
// Without this nobody would hear `exit`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

/** A program that has said nothing for so long never will, ms. */
const SILENT_MS = 5 * 60_000;

/** A folder that the run removes when it ends. */
export function temporaryFolder(name: string): string {
  const dir = mkdtempSync(join(tmpdir(), `balai-bench-${name}-`));
  folders.push(dir);
  return dir;
}

/** A program of this bench or the relay, in a process of its own, that speaks in JSON lines. */
export class Program {
  readonly #file: string;
  readonly #child: ChildProcess;
  readonly #lines: Interface;
  readonly #heard: string[] = [];
  #wake: (() => void) | null = null;

  constructor(file: string, args: readonly string[]) {
    this.#file = file;
    this.#child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.add(this.#child);
    this.#lines = createInterface(this.#child.stdout!);
    this.#lines.on('line', (line) => {
      this.#heard.push(line);
      this.#wake?.();
    });
  }

  /**
   * The next line that it says.
   *
   * @throws {Error} once it has ended, or has said nothing for five minutes
   */
  async line<T>(): Promise<T> {
    const deadline = performance.now() + SILENT_MS;
    while (this.#heard.length === 0) {
      const { exitCode, signalCode } = this.#child;
      const ended = exitCode ?? signalCode;
      if (ended !== null) throw new Error(`${this.#file} ended with ${ended}`);
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`${this.#file} says nothing any more`);
      await this.#something(left);
    }
    return JSON.parse(this.#heard.shift()!) as T;
  }

  /** It said something, it ended, or so many ms are over. */
  async #something(ms: number): Promise<void> {
    let over: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      this.#child.once('exit', resolve);
      over = setTimeout(resolve, ms);
    });
    clearTimeout(over);
    if (this.#wake !== null) this.#child.off('exit', this.#wake);
    this.#wake = null;
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** What of it is in memory now, KiB. Linux alone tells. */
  get residentKb(): number {
    return this.#status('VmRSS');
  }

  /** The most that was in memory, KiB. */
  get peakKb(): number {
    return this.#status('VmHWM');
  }

  #status(name: string): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
  }

  tell(message: unknown): void {
    this.#child.stdin!.write(`${JSON.stringify(message)}\n`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
    children.delete(this.#child);
  }
}

/** A relay on a data folder or a `postgres://` URL, with no rate limit, and where it listens. */
export async function startRelay(where: string): Promise<{ relay: Program; url: string }> {
  const relay = new Program('server/main.ts', [
    ...[
      where.startsWith('postgres') ? '--store' : '--data',
      where,
      '--port',
      '0',
      '--log-level',
      'error',
      '--rate-per-second',
      '0',
      '--link-previews',
      'false',
    ],
  ]);
  const { listening } = await relay.line<{ listening: string }>();
  return { relay, url: listening };
}
