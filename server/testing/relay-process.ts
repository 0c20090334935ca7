import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A relay in a process of its own, as it runs in a company, that a test can do harm to. */
export class RelayProcess {
  readonly url: string;
  readonly ended: Promise<Ended>;
  /** What it logged, a line each. */
  readonly log: readonly string[];
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, log: string[], ended: Promise<Ended>) {
    this.#child = child;
    this.url = url;
    this.log = log;
    this.ended = ended;
  }

  /**
   * Answers when it listens.
   *
   * @param flags of the relay, without the port
   * @param prefix words before its command line
   */
  static async start(
    flags: readonly string[],
    prefix: readonly string[] = [],
  ): Promise<RelayProcess> {
    const words = [
      ...prefix,
      process.execPath,
      main,
      '--port',
      '0',
      '--link-previews',
      'false',
      ...flags,
    ];
    const [file = '', ...args] = words;
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    // A test run that is broken off leaves no relay behind.
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    const ended = new Promise<Ended>((resolve) => {
      child.once('exit', (code, signal) => {
        process.off('exit', kill);
        resolve({ code, signal });
      });
    });
    const log: string[] = [];
    createInterface(child.stderr).on('line', (line) => void log.push(line));
    for await (const line of createInterface(child.stdout)) {
      const { listening } = JSON.parse(line) as { listening: string };
      return new RelayProcess(child, listening, log, ended);
    }
    throw new Error(`the relay did not start:\n${log.join('\n')}`);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** In the middle of whatever it does. */
  async kill(): Promise<Ended> {
    this.#child.kill('SIGKILL');
    return this.ended;
  }

  /** As a machine that is overloaded, or a virtual one that is moved, stands still. */
  pause(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }

  async stop(): Promise<Ended> {
    this.#child.kill('SIGTERM');
    return this.ended;
  }
}
