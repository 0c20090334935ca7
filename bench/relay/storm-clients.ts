/**
 * Clients in a process of their own that lose their relay and come back (returning-client.ts), or
 * their plain.ts (returning-plain.ts). Argument: the url. On stdin a line with the tokens (Balai) or
 * a count. Answers `{"ready"}` when all were welcomed,
 * then what they did once each of them was welcomed anew and has pulled every scope up to its head.
 */
import { createInterface } from 'node:readline';
import { ReturningClient } from './returning-client.ts';
import { ReturningPlain } from './returning-plain.ts';

const [, , url] = process.argv;
if (url === undefined) throw new Error('usage: storm-clients.ts URL');

let clients: (ReturningClient | ReturningPlain)[] = [];
let told: 'opening' | 'ready' | 'true' = 'opening';

function announce(): void {
  if (told === 'opening' && clients.every((client) => client.ready)) {
    told = 'ready';
    process.stdout.write('{"ready":true}\n');
  }
  if (told === 'ready' && clients.every((client) => client.whole)) {
    told = 'true';
    const work = clients.map((client) => client.work);
    const sum = (pick: (one: (typeof work)[number]) => number): number =>
      work.reduce((total, one) => total + pick(one), 0);
    const heads = work.flatMap(({ cursors }) => cursors.map(([, cursor]) => cursor));
    const done = {
      ...{ pulls: sum(({ pulls }) => pulls), rows: sum(({ rows }) => rows) },
      ...{ welcomes: sum(({ welcomes }) => welcomes), lowest: Math.min(...heads) },
    };
    process.stdout.write(`${JSON.stringify(done)}\n`);
  }
}

createInterface(process.stdin).on('line', (line) => {
  const { tokens, count = 0 } = JSON.parse(line) as { tokens?: string[]; count?: number };
  clients =
    tokens === undefined
      ? Array.from({ length: count }, () => new ReturningPlain(url, announce))
      : tokens.map((token) => new ReturningClient(url, token, { changed: announce }));
  for (const client of clients) client.connect();
});
