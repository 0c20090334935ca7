import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a line is cut; each cut happens once. */
export type Cut =
  /** The server never hears of the COMMIT. */
  | { readonly at: 'commit' }
  /** The server has committed, and its answer is lost. */
  | { readonly at: 'committed' }
  /** After so many bytes, whichever way they go. */
  | { readonly at: 'bytes'; readonly bytes: number };

export interface CuttingProxy {
  /** The URL that leads through the proxy. */
  through(url: string): string;
  /** The next cut. */
  cut(next: Cut): void;
  /** Cuts so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

const SOCKET = '.s.PGSQL.5432';
const text = 'COMMIT\0';
const message = (type: string): Buffer =>
  Buffer.concat([Buffer.from(type), Buffer.from([0, 0, 0, text.length + 4]), Buffer.from(text)]);
/** A simple query that says COMMIT, and the server's "command complete". */
const ASKED = message('Q');
const DONE = message('C');

/** Stands between a relay and PostgreSQL, and cuts the line where a test wants it. */
export async function startCuttingProxy(server: string): Promise<CuttingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-cut-'));
  const open = new Set<Socket>();
  let next: Cut | undefined;
  let left = Infinity;
  let cuts = 0;

  /** How much of a chunk passes before the line is cut; undefined where it is not. */
  const passing = (chunk: Buffer, toServer: boolean): number | undefined => {
    if (next === undefined) return undefined;
    if (next.at === 'bytes') {
      left -= chunk.length;
      return left <= 0 ? chunk.length + left : undefined;
    }
    if (toServer !== (next.at === 'commit')) return undefined;
    const found = chunk.indexOf(toServer ? ASKED : DONE);
    return found < 0 ? undefined : found;
  };

  const listener = createServer((client) => {
    const upstream = connect(server);
    const both = [client, upstream];
    const drop = (): void => {
      for (const socket of both) {
        socket.destroy();
        open.delete(socket);
      }
    };
    for (const socket of both) {
      open.add(socket);
      socket.on('error', drop).on('close', drop);
    }
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (chunk: Buffer) => {
        const part = passing(chunk, to === upstream);
        if (part === undefined) {
          to.write(chunk);
          return;
        }
        next = undefined;
        cuts++;
        // What was before the cut arrives.
        to.end(chunk.subarray(0, part), drop);
      });
    };
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => listener.listen(join(folder, SOCKET), resolve));

  return {
    through: (url) => url.replace(/host=[^&]*/, `host=${folder}`),
    cut(wanted) {
      next = wanted;
      left = wanted.at === 'bytes' ? wanted.bytes : Infinity;
    },
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
