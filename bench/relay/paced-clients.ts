/**
 * Receivers in a process of their own (receiving.ts) that measure how long a message was on its
 * way: each carries the time of its sending, on the machine's own monotonic clock, as `@<ns>@`. At
 * `{"expect": n}` n deliveries are to come to all together, answered by `{"samples"}` in ms.
 */
import { receive } from './receiving.ts';

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

receive({
  hearer: () => hear,
  expect: (messages) => (expected = messages),
});
