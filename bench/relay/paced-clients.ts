/**
 * Receivers in a process of their own that measure how long a message was on its way: each carries
 * the time of its sending, on the machine's own monotonic clock, as `@<ns>@`. Arguments: url,
 * "balai" or "plain". On stdin a line with the tokens (Balai) or a count (plain), answered by
 * `{"ready"}`; then `{"expect": n}`, answered by `{"samples"}` in ms when all n came.
 */
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { Line } from './line.ts';

const [, , url, kind] = process.argv;
if (url === undefined || kind === undefined) throw new Error('usage: paced-clients.ts URL KIND');
const SENT_AT = /@(\d+)@/g;

let expected = Number.POSITIVE_INFINITY;
let samples: number[] = [];

function hear(data: Buffer): void {
  const now = process.hrtime.bigint();
  for (const [, sentAt] of data.toString('latin1').matchAll(SENT_AT)) {
    samples.push(Number(now - BigInt(sentAt!)) / 1e6);
  }
  if (samples.length < expected) return;
  process.stdout.write(`${JSON.stringify({ samples })}\n`);
  samples = [];
  expected = Number.POSITIVE_INFINITY;
}

async function openPlain(address: string): Promise<void> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  socket.on('message', hear);
  await new Promise<void>((resolve) => socket.once('open', () => resolve()));
}

createInterface(process.stdin).on('line', (line) => {
  const message = JSON.parse(line) as { tokens?: string[]; count?: number; expect?: number };
  if (message.expect !== undefined) {
    expected = message.expect;
    return;
  }
  const opening =
    message.tokens === undefined
      ? Array.from({ length: message.count ?? 0 }, () => openPlain(url))
      : message.tokens.map(async (token) => (await Line.open(url, token)).onBytes(hear));
  void Promise.all(opening).then(() => process.stdout.write('{"ready":true}\n'));
});
