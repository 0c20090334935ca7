import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of Balai's in a process of its own, that answers its start with one line of JSON. */
export class Process<Answer> {
  readonly answer: Answer;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, answer: Answer) {
    this.#child = child;
    this.answer = answer;
  }

  /** @throws {Error} with what the program complained of, where it ends before it answers */
  static async start<Answer>(
    args: readonly string[],
    env: Record<string, string> = {},
  ): Promise<Process<Answer>> {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let complaint = '';
    child.stderr!.on('data', (data: Buffer) => (complaint += data.toString()));
    const lines = createInterface(child.stdout!);
    const line = await Promise.race([
      once(lines, 'line').then(([first]) => first as string),
      once(child, 'exit').then(() => undefined),
    ]);
    if (line === undefined) throw new Error(`${args.join(' ')} ended: ${complaint}`);
    return new Process(child, JSON.parse(line) as Answer);
  }

  /** Comes back when the process has ended by itself. */
  async end(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await once(this.#child, 'exit');
    }
  }

  /** Sends the signal, and comes back when the process is gone. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    await gone;
  }
}
