import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * - `whole`: everything passes
 * - `cut`: what stands is closed, and nobody gets through
 * - `hole`: nothing is closed and nothing passes, as behind a firewall that forgot the connection
 */
type LineState = 'whole' | 'cut' | 'hole';

/** One node's line to PostgreSQL, in the hand of a test. */
export interface DatabaseLine {
  /** The URL that leads over it. */
  through(url: string): string;
  become(state: LineState): void;
  close(): Promise<void>;
}

export async function startDatabaseLine(server: string): Promise<DatabaseLine> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-line-'));
  const open = new Set<Socket>();
  let state: LineState = 'whole';
  const drop = (): void => {
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const listener = createServer((client) => {
    if (state === 'cut') return client.destroy();
    const upstream = connect(server);
    const end = (): void => {
      for (const socket of [client, upstream]) {
        socket.destroy();
        open.delete(socket);
      }
    };
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.on('error', end).on('close', end);
      from.on('data', (chunk: Buffer) => {
        // What fell into the hole is gone: the connection is of no use afterwards.
        if (state !== 'hole') to.write(chunk);
      });
    }
  });
  await new Promise<void>((resolve) => listener.listen(join(folder, '.s.PGSQL.5432'), resolve));
  return {
    through: (url) => url.replace(/host=[^&]*/, `host=${folder}`),
    become(next) {
      // A firewall that forgot its connections refuses them once it is back.
      if (next !== 'hole') drop();
      state = next;
    },
    async close() {
      drop();
      await new Promise((resolve) => listener.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
