import type { Figure } from '../figure.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const CONNECTIONS = 5_000;
const PROCESSES = 2;

/**
 * KiB of memory that a connection costs which says nothing, of 5,000 at once: all in one channel,
 * each of its own person. Floor: as many to a plain `ws` server.
 */
export async function idleFigure(): Promise<Figure> {
  const dir = temporaryFolder('idle');
  const { tokens } = await fillSeats(dir, CONNECTIONS);
  const { relay, url } = await startRelay(dir);
  const each = CONNECTIONS / PROCESSES;
  const value = await costOf(relay, url, 'balai', (n) => ({
    tokens: tokens.slice(n * each, (n + 1) * each),
  }));
  await relay.stop();
  const plain = new Program('bench/relay/plain.ts', ['broadcast']);
  const { listening } = await plain.line<{ listening: string }>();
  const floor = await costOf(plain, listening, 'plain', () => ({ count: each }));
  await plain.stop();
  return { name: 'idle.kb_per_connection', value, unit: 'KiB', floor };
}

async function costOf(
  server: Program,
  url: string,
  kind: 'balai' | 'plain',
  opening: (n: number) => unknown,
): Promise<number> {
  const before = server.residentKb;
  const clients: Program[] = [];
  for (let n = 0; n < PROCESSES; n++) {
    const client = new Program('bench/relay/receivers.ts', [url, kind]);
    clients.push(client);
    client.tell(opening(n));
    await client.line();
  }
  const cost = (server.residentKb - before) / CONNECTIONS;
  for (const client of clients) await client.stop();
  return cost;
}
