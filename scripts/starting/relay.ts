import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataLayout } from './data-layout.ts';
import { diskTrouble } from './disk-trouble.ts';
import { startProgram, type Program } from './program.ts';
import { StartProblem } from './start-problem.ts';

const USUAL_PORT = 7_420;
const listening = z.object({ listening: z.string() });

export interface RunningRelay {
  readonly url: string;
  readonly program: Program;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * Starts the relay on its embedded database and waits until it listens.
 *
 * @throws {StartProblem}
 */
export async function startRelay(
  root: string,
  layout: DataLayout,
  port: number | undefined,
): Promise<RunningRelay> {
  if (port !== undefined && !(await isFree(port))) {
    throw new StartProblem(
      'port_in_use',
      `Port ${port} is in use by another program. Stop it, or name another port with --port.`,
    );
  }
  const chosen = port ?? ((await isFree(USUAL_PORT)) ? USUAL_PORT : 0);
  const program = startProgram({
    args: [join(root, 'server', 'main.ts'), '--data', layout.relay, '--port', String(chosen)],
    cwd: root,
    log: join(layout.logs, 'relay.log'),
  });
  const line = await program.firstLine;
  if (line === undefined) {
    await program.stop();
    const complaint = await program.complaint;
    const why = complaint.trim().split('\n')[0] ?? '';
    const trouble = diskTrouble(complaint, layout.folder);
    if (trouble !== undefined) throw trouble;
    throw new StartProblem('relay', `The relay does not start: ${why}`);
  }
  return { url: listening.parse(JSON.parse(line)).listening, program };
}
