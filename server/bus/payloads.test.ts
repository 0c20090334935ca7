import { expect, it } from 'vitest';
import { orgScope } from '../../shared/domain/scope.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { hintsOf, payloadsOf } from './payloads.ts';
import type { Hint } from './port.ts';

const hintOf = (random: SeededRandom, n: number): Hint => {
  const text = 'é'.repeat(random.int(300));
  switch (random.int(3)) {
    case 0:
      return { type: 'scope', scope: orgScope, head: n };
    case 1:
      return { type: 'session_ended', sessionId: `${n}${text}` };
    default:
      return { type: 'typing', channelId: `${n}`, rootId: text, userId: 'u' };
  }
};

it('splits hints so that each payload is below 8,000 bytes, and keeps all of them in order', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = new SeededRandom(seed);
    const hints = Array.from({ length: random.int(400) }, (_, n) => hintOf(random, n));
    const payloads = payloadsOf(hints);
    for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
    expect(payloads.flatMap((payload) => [...hintsOf(payload)])).toEqual(hints);
    expect(payloads.length).toBeLessThan(hints.length / 4 + 2);
  }
});

it('fills a payload to the last byte that may be', () => {
  const of = (length: number): Hint => ({ type: 'session_ended', sessionId: 'x'.repeat(length) });
  const around = JSON.stringify([of(0)]).length;
  expect(payloadsOf([of(7_999 - around)])).toHaveLength(1);
  expect(payloadsOf([of(7_999 - around + 1)])).toEqual([]);
});

it('makes nothing of what no relay has sent', () => {
  for (const text of ['', 'hello', '[', '{}', '[{"type":"scope"}]', '[{"type":"other"}]']) {
    expect(hintsOf(text)).toEqual([]);
  }
});
