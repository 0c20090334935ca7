/**
 * Receivers in a process of their own (receiving.ts) that count: at `{"expect": n}` a round each of
 * them is to have n messages, answered by `{"ms"}` from the first to the last delivery.
 */
import { receive } from './receiving.ts';

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

receive({
  hearer: (kind) => counter(kind === 'balai' ? messagesIn : () => 1),
  expect(messages, listening) {
    expected = messages;
    receivers = listening;
  },
});
