import { expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { anId } from '../../shared/testing/office.ts';
import type { Internet } from '../services/previews/fetch-page.ts';
import type { StoredRow } from '../store/port.ts';
import { FetchPreviews } from './fetch-previews.ts';

const scope = channelScope(anId(1) as ChannelId);

/** Messages that link to pages which never answer. */
function silent(links: readonly string[]) {
  const clock = new FakeClock();
  const asked: string[] = [];
  const internet: Internet = {
    resolve: async () => ['93.184.216.34'],
    ask({ href }, _address, signal) {
      asked.push(href);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    },
  };
  const rows = links.map((text, n): StoredRow => {
    const at = n + 1;
    const json = JSON.stringify({ kind: 'message', id: anId(at), version: at, position: at, text });
    return { scope, kind: 'message', id: anId(at), version: at, json };
  });
  const store = { get: async () => [] };
  const submit = () => Promise.reject(new Error('there is nothing to say'));
  const job = new FetchPreviews({ store, submit, clock, internet });
  job.committed({ outcomes: [], changes: [{ scope, from: 0, head: 9, count: 9, rows }] });
  return { clock, asked, job };
}

it('asks a few at a time, and waits for none of them without end', async () => {
  const { clock, asked, job } = silent(['https://a.id/', 'https://b.id/', 'https://c.id/']);
  await expect.poll(() => asked).toHaveLength(2);
  clock.advance(7_999);
  expect(asked).toHaveLength(2);
  clock.advance(1);
  await expect.poll(() => asked).toEqual(['https://a.id/', 'https://b.id/', 'https://c.id/']);
  clock.advance(8_000);
  await job.idle();
  expect(clock.pending).toBe(0);
});

it('ends what it asks when the relay stops', async () => {
  const { clock, asked, job } = silent(['https://a.id/']);
  await expect.poll(() => asked).toHaveLength(1);
  await job.close();
  expect(clock.pending).toBe(0);
});
