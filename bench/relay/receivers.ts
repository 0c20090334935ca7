/**
 * Receivers in a process of their own. Arguments: url, "balai" or "plain". On stdin a line with the
 * tokens (Balai) or a number (plain); then a line `{"expect": n}` a round. Answers `{"ready"}`, and
 * `{"ms"}` from the first to the last delivery when each receiver had its n messages.
 */
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { Line } from './line.ts';

const [, , url, kind] = process.argv;
if (url === undefined || kind === undefined) throw new Error('usage: receivers.ts URL KIND');
const MARK = Buffer.from('"kind":"message"');

let expected = 0;
let complete = 0;
let began = 0;
let receivers = 0;

function counter(count: (data: Buffer) => number): (data: Buffer) => void {
  let seen = 0;
  return (data) => {
    const found = count(data);
    if (found === 0) return;
    if (began === 0) began = performance.now();
    seen += found;
    if (seen < expected) return;
    seen -= expected;
    if (++complete < receivers) return;
    const ms = performance.now() - began;
    complete = 0;
    began = 0;
    process.stdout.write(`${JSON.stringify({ ms })}\n`);
  };
}

/** How often a group frame names a message: found in the bytes, since parsing is no relay's cost. */
function messagesIn(data: Buffer): number {
  let found = 0;
  for (let at = data.indexOf(MARK); at >= 0; at = data.indexOf(MARK, at + MARK.length)) found++;
  return found;
}

async function openPlain(address: string): Promise<void> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  socket.on(
    'message',
    counter(() => 1),
  );
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
      : message.tokens.map(async (token) => {
          const opened = await Line.open(url, token);
          opened.onBytes(counter(messagesIn));
        });
  receivers = opening.length;
  void Promise.all(opening).then(() => process.stdout.write('{"ready":true}\n'));
});
