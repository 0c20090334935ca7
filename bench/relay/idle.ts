import type { Figure } from '../figure.ts';
import { Program, startRelay, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const CONNECTIONS = 5_000;
const PROCESSES = 2;
/** Come and go before, so that what the server loads for the first of them is not counted. */
const FIRST = 200;
/** Until V8 has given back what only their coming took. */
const CALM_MS = 15_000;

/**
 * KiB of memory that a connection costs which says nothing, of 5,000 at once: all in one channel,
 * each of its own person. Floor: as many to a plain `ws` server.
 */
export async function idleFigure(): Promise<Figure> {
  const dir = temporaryFolder('idle');
  const { tokens } = await fillSeats(dir, CONNECTIONS);
  const { relay, url } = await startRelay(dir);
  const each = CONNECTIONS / PROCESSES;
  const value = await costOf(relay, url, 'balai', (n, count) => ({
    tokens: tokens.slice(n * each, n * each + count),
  }));
  await relay.stop();
  const plain = new Program('bench/relay/plain.ts', ['broadcast']);
  const { listening } = await plain.line<{ listening: string }>();
  const floor = await costOf(plain, listening, 'plain', (_n, count) => ({ count }));
  await plain.stop();
  return { name: 'idle.kb_per_connection', value, unit: 'KiB', floor };
}

async function costOf(
  server: Program,
  url: string,
  kind: 'balai' | 'plain',
  opening: (n: number, count: number) => unknown,
): Promise<number> {
  const come = async (n: number, count: number): Promise<Program> => {
    const client = new Program('bench/relay/receivers.ts', [url, kind]);
    client.tell(opening(n, count));
    await client.line();
    return client;
  };
  const first = await come(0, FIRST);
  await first.stop();
  const before = server.residentKb;
  const clients: Program[] = [];
  for (let n = 0; n < PROCESSES; n++) clients.push(await come(n, CONNECTIONS / PROCESSES));
  await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  const cost = (server.residentKb - before) / CONNECTIONS;
  for (const client of clients) await client.stop();
  return cost;
}
