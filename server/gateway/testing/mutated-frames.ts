import type { SeededRandom } from '../../../shared/testing/random.ts';

/** What goes out: a message of either kind, or bytes below the WebSocket. */
export interface Mutant {
  readonly how: string;
  readonly as: 'text' | 'binary' | 'raw';
  readonly bytes: Buffer;
}

type Mutate = (frame: Buffer, random: SeededRandom) => Mutant;

const text = (how: string, value: string | Buffer): Mutant => ({
  ...{ how, as: 'text' as const },
  bytes: Buffer.from(value as string),
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const numbers = [
  '1e400',
  '-1',
  '9007199254740993',
  '1.5',
  '1e-400',
  '0x10',
  '-0',
  '99999999999999999999',
];
const keys = ['__proto__', 'constructor', 'toString', 'prototype', 't', 'then', 'length'];

const replaceSome = (frame: Buffer, what: RegExp, by: () => string): string => {
  const places = [...frame.toString().matchAll(what)];
  const at = places[Math.floor(places.length / 2)];
  if (at === undefined) return frame.toString();
  const whole = frame.toString();
  return whole.slice(0, at.index) + by() + whole.slice(at.index + at[0].length);
};

/** A frame as a client sends it: masked, with any first byte (RFC 6455, 5.2). */
function rawFrame(first: number, payload: Buffer, random: SeededRandom, mask = true): Buffer {
  const length = Math.min(payload.length, 125);
  const head = Buffer.from([first, (mask ? 0x80 : 0) | length]);
  const key = Buffer.from(random.bytes(4));
  const body = Buffer.from(payload.subarray(0, length));
  if (!mask) return Buffer.concat([head, body]);
  for (let n = 0; n < body.length; n++) body[n]! ^= key[n % 4]!;
  return Buffer.concat([head, key, body]);
}

const mutations: readonly Mutate[] = [
  (frame, random) => {
    const bits = Buffer.from(frame);
    for (let n = 1 + random.int(4); n > 0; n--)
      bits[random.int(bits.length)]! ^= 1 << random.int(8);
    return text('bits flipped', bits);
  },
  (frame, random) => text('cut short', frame.subarray(0, random.int(frame.length))),
  (frame, random) => {
    const at = random.int(frame.length);
    const noise = Buffer.from(random.bytes(1 + random.int(12)));
    return text('bytes put in', Buffer.concat([frame.subarray(0, at), noise, frame.subarray(at)]));
  },
  (frame) => text('twice', Buffer.concat([frame, frame])),
  (_, random) => text('deeply nested', nested(1 + random.int(60_000))),
  (_, random) => text('a deeply nested value', `{"t":${nested(1 + random.int(20_000))}}`),
  (frame, random) =>
    text(
      'another number',
      replaceSome(frame, /:\d+/g, () => `:${random.pick(numbers)}`),
    ),
  (frame, random) =>
    text(
      'a key of every object',
      replaceSome(frame, /"\w+":/g, () => `"${random.pick(keys)}":`),
    ),
  (frame, random) =>
    text('one key more', `{"${random.pick(keys)}":{"x":1},${frame.toString().slice(1)}`),
  (frame, random) =>
    text(
      'another type',
      replaceSome(
        frame,
        /:("[^"]*"|\d+)/g,
        () => `:${random.pick(['null', '{}', '[]', 'true', '""'])}`,
      ),
    ),
  (frame, random) => {
    const bytes = Buffer.from(frame);
    bytes.set(
      random.pick([[0xc3, 0x28], [0xff], [0xed, 0xa0, 0x80], [0xf8, 0x88]]),
      random.int(frame.length - 3),
    );
    return text('no UTF-8', bytes);
  },
  (frame) => ({ how: 'binary', as: 'binary', bytes: frame }),
  (_, random) => ({
    how: 'noise',
    as: 'binary',
    bytes: Buffer.from(random.bytes(random.int(200))),
  }),
  (frame, random) => ({
    how: 'a reserved opcode or bit',
    as: 'raw',
    bytes: rawFrame(random.pick([0x83, 0x8f, 0xc1, 0xf1, 0x80]), frame, random),
  }),
  (frame, random) => ({ how: 'unmasked', as: 'raw', bytes: rawFrame(0x81, frame, random, false) }),
  (_, random) => ({
    how: 'a length beyond all bounds',
    as: 'raw',
    bytes: Buffer.from([0x81, 0xff, ...random.bytes(8)]),
  }),
  (_, random) => ({
    how: 'bytes',
    as: 'raw',
    bytes: Buffer.from(random.bytes(1 + random.int(60))),
  }),
  (frame, random) => ({
    how: 'a ping with a body',
    as: 'raw',
    bytes: rawFrame(0x89, frame, random),
  }),
  (_, random) => ({
    how: 'a close with any code',
    as: 'raw',
    bytes: rawFrame(0x88, Buffer.from(random.bytes(2 + random.int(8))), random),
  }),
];

/** Rare, since each weighs a quarter of a megabyte. */
const oversized: Mutate = () => text('too large', `"${'x'.repeat(256 * 1024)}"`);

/** A frame that was good, and is not any more, or is by chance. */
export function mutant(frames: readonly string[], random: SeededRandom): Mutant {
  const frame = Buffer.from(random.pick(frames));
  const mutate = random.chance(0.002) ? oversized : random.pick(mutations);
  return mutate(frame, random);
}
