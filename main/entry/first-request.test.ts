import { expect, it } from 'vitest';
import { FakeClock } from '../../shared/testing/clock.ts';
import { afterTheWindow } from './first-request.ts';

it('lets the window come before the first requests, and holds up none after them', async () => {
  const clock = new FakeClock();
  const asked: unknown[] = [];
  const fetch = afterTheWindow((input) => {
    asked.push(input);
    return Promise.resolve(new Response('yes'));
  }, clock);
  const first = fetch('http://relay.example/1');
  const second = fetch('http://relay.example/2');
  await Promise.resolve();
  expect(asked).toEqual([]);
  clock.advance(1_000);
  expect(await (await first).text()).toBe('yes');
  await second;
  expect(asked).toEqual(['http://relay.example/1', 'http://relay.example/2']);
  void fetch('http://relay.example/3');
  await Promise.resolve();
  expect(asked).toHaveLength(3);
});

it('passes on what the relay did not answer', async () => {
  const clock = new FakeClock();
  const fetch = afterTheWindow(() => Promise.reject(new TypeError('fetch failed')), clock);
  const answer = fetch('http://relay.example');
  clock.advance(1_000);
  await expect(answer).rejects.toThrow('fetch failed');
});
