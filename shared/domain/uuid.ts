import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Milliseconds since the Unix epoch. */
type Clock = () => number;
/** Returns `length` random bytes. */
type RandomBytes = (length: number) => Uint8Array;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function format(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += HEX[bytes[i]!];
  }
  return text;
}

function stamp(bytes: Uint8Array, time: number): void {
  let rest = Math.max(0, Math.floor(time));
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

/** Every host of this code has Web Crypto; neither Node's nor the browser's types are visible here. */
const webCrypto = (
  globalThis as unknown as { crypto: { getRandomValues(a: Uint8Array): Uint8Array } }
).crypto;

/** Fetched in one call, since a call costs more than the bytes. Each byte is handed out once. */
const pool = new Uint8Array(4_096);
let used = pool.length;

const secureRandom: RandomBytes = (length) => {
  if (used + length > pool.length) {
    webCrypto.getRandomValues(pool);
    used = 0;
  }
  used += length;
  return pool.slice(used - length, used);
};

/**
 * Makes a generator of UUIDv7 (RFC 9562, 5.7) whose ids rise strictly, also within one
 * millisecond and when the clock steps back: the 12 bits behind the version are a counter.
 */
export function uuid7Generator(clock: Clock, random: RandomBytes = secureRandom): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const now = clock();
    if (now > last) {
      last = now;
      counter = random(1)[0]! & 0x7f;
    } else if (++counter > 0xfff) {
      last++;
      counter = 0;
    }
    const bytes = random(16);
    stamp(bytes, last);
    bytes[6] = 0x70 | (counter >> 8);
    bytes[7] = counter & 0xff;
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    return format(bytes);
  };
}

/**
 * The same id for the same words, for things that two sides must name alike without asking
 * each other: a direct conversation, an imported message. The form is UUIDv8 (RFC 9562, 5.8).
 */
export function uuidOf(...words: string[]): string {
  const bytes = sha256(utf8ToBytes(words.join('\u0000'))).slice(0, 16);
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return format(bytes);
}
