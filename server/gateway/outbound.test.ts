import { Writable, type Duplex } from 'node:stream';
import { beforeEach, expect, it } from 'vitest';
import { textFrame } from './frames.ts';
import { Outbound, Turn } from './outbound.ts';

/** A socket whose other side takes what it is given when the test says so. */
function openPipe(heard: () => void = () => undefined) {
  const calls: string[][] = [];
  let taken: (() => void) | undefined;
  const write = (chunks: Buffer[], done: () => void): void => {
    calls.push(chunks.map((chunk) => chunk.toString('utf8', 2)));
    taken = done;
    heard();
  };
  const socket = new Writable({
    write: (chunk: Buffer, _encoding, done) => write([chunk], done),
    writev: (chunks, done) =>
      write(
        chunks.map(({ chunk }) => chunk as Buffer),
        done,
      ),
  });
  return { socket: socket as unknown as Duplex, calls, take: () => taken?.() };
}

const MB = 1024 * 1024;
let pipe: ReturnType<typeof openPipe>;
let outbound: Outbound;
let slow: number;
const traffic = { frames: 0, bytes: 0 };
const turn = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  pipe = openPipe();
  slow = 0;
  outbound = new Outbound({
    ...{ socket: pipe.socket, turn: new Turn(), traffic, queueBytes: 4 * MB },
    tooSlow: () => void slow++,
  });
});

it('what one connection gets in a turn leaves in one call', async () => {
  for (const text of ['a', 'b', 'c']) outbound.write(textFrame(text));
  outbound.send('d');
  expect(pipe.calls).toEqual([]);
  await turn();
  expect(pipe.calls).toEqual([['a', 'b', 'c', 'd']]);
});

it('whoever waits for an answer has it before those who are told, with what it was told', async () => {
  const order: string[] = [];
  const turns = new Turn();
  const [first, asking, last] = ['first', 'asking', 'last'].map((name) => {
    const { socket, calls } = openPipe(() => void order.push(name));
    const options = { socket, turn: turns, traffic, queueBytes: 4 * MB, tooSlow: () => undefined };
    return { outbound: new Outbound(options), calls };
  });
  for (const one of [first!, asking!, last!]) one.outbound.write(textFrame('row'));
  asking!.outbound.send('ack');
  await turn();
  expect(order).toEqual(['asking', 'first', 'last']);
  expect(asking!.calls).toEqual([['row', 'ack']]);
  expect(last!.calls).toEqual([['row']]);
});

it('is too slow where more waits than may, whoever wrote it', async () => {
  const frame = textFrame('x'.repeat(MB));
  for (let n = 0; n < 3; n++) outbound.write(frame);
  await turn();
  expect(slow).toBe(0);
  outbound.write(frame);
  expect(slow).toBe(1);
});

it('a large answer alone makes nobody slow, until the queue has been empty', async () => {
  outbound.send('x'.repeat(8 * MB));
  const frame = textFrame('x'.repeat(1.9 * MB));
  for (let n = 0; n < 2; n++) outbound.write(frame);
  await turn();
  expect(slow).toBe(0);
  const drained = outbound.drained();
  pipe.take();
  await drained;
  for (let n = 0; n < 3; n++) outbound.write(frame);
  expect(slow).toBe(1);
});

it('writes nothing after its end', async () => {
  outbound.write(textFrame('a'));
  outbound.end('bye');
  outbound.write(textFrame('b'));
  outbound.send('c');
  await turn();
  expect(pipe.calls).toHaveLength(1);
  pipe.take();
  await turn();
  expect(pipe.calls.flat()).toEqual(['a', 'bye']);
});
