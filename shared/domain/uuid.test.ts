import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../testing/random.ts';
import { opId } from './ids.ts';
import { uuid7Generator, uuidOf } from './uuid.ts';

const at = Date.UTC(2026, 0, 5, 8);

describe('UUIDv7 (RFC 9562, 5.7)', () => {
  it('begins with the time, then version and variant', () => {
    const id = uuid7Generator(() => 0x017f22e279b0)();
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(opId.safeParse(id).success).toBe(true);
  });

  it('rises strictly within one millisecond, also past the counter’s end', () => {
    const next = uuid7Generator(() => at);
    const ids = Array.from({ length: 10_000 }, next);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('rises strictly when the clock steps back', () => {
    const random = new SeededRandom(1);
    let now = at;
    const next = uuid7Generator(
      () => (now += random.int(2_001) - 1_000),
      (length) => random.bytes(length),
    );
    const ids = Array.from({ length: 1_000 }, next);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('does not repeat itself across two makers at the same moment', () => {
    const [a, b] = [uuid7Generator(() => at), uuid7Generator(() => at)];
    const ids = Array.from({ length: 500 }, () => [a(), b()]).flat();
    expect(new Set(ids).size).toBe(1_000);
  });
});

describe('an id made of words (UUIDv8: RFC 9562, 5.8)', () => {
  it('is the same for the same words, on every machine', () => {
    expect(uuidOf('conversation', 'a', 'b')).toBe(uuidOf('conversation', 'a', 'b'));
    expect(uuidOf('conversation', 'a', 'b')).toMatchInlineSnapshot(
      `"2928531a-db7d-88b4-9b27-adc2f63b1254"`,
    );
  });

  it('is another one for the same letters in other words', () => {
    const ids = [uuidOf('ab', 'c'), uuidOf('a', 'bc'), uuidOf('abc'), uuidOf('', 'abc')];
    expect(new Set(ids).size).toBe(4);
  });

  it('S1: cannot be taken for an op, so that no client claims it beforehand', () => {
    expect(opId.safeParse(uuidOf('conversation', 'a', 'b')).success).toBe(false);
  });
});
