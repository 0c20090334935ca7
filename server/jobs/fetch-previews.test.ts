import { expect, it } from 'vitest';
import type { ChannelId, OpId } from '../../shared/domain/ids.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { anId } from '../../shared/testing/office.ts';
import type { Internet } from '../services/previews/ask-outside.ts';
import type { StoredRow } from '../store/port.ts';
import { FetchPreviews } from './fetch-previews.ts';

const scope = channelScope(anId(1) as ChannelId);

/** A message for each link. */
function messages(links: readonly string[]) {
  const rows = links.map((text, n): StoredRow => {
    const at = n + 1;
    const json = JSON.stringify({ kind: 'message', id: anId(at), version: at, position: at, text });
    return { scope, kind: 'message', id: anId(at), version: at, json };
  });
  return { scope, from: 0, head: 9, count: 9, rows };
}

/** Every page of it names a picture. */
const pictured: Internet = {
  resolve: async () => ['93.184.216.34'],
  async ask() {
    async function* body() {
      yield Buffer.from('<title>A</title><meta property="og:image" content="/p">');
    }
    const headers = { 'content-type': 'text/html' };
    return { status: 200, headers, body: body(), close: () => {} };
  },
};

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
  const store = { get: async () => [] };
  const submit = () => Promise.reject(new Error('there is nothing to say'));
  const job = new FetchPreviews({ store, submit, clock, internet });
  job.committed({ outcomes: [], changes: [messages(links)] });
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

it('gives a page its words where its picture does not come in time, or fails', async () => {
  const clock = new FakeClock();
  const set: unknown[] = [];
  let asked = 0;
  const keep = (_channel: unknown, { url }: { url: string }, signal: AbortSignal) => {
    asked++;
    if (url === 'https://b.id/p') return Promise.reject(new Error('nothing there'));
    return new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };
  const job = new FetchPreviews({
    ...{ clock, internet: pictured, store: { get: async () => [] } },
    pictures: { keep, giveUp: () => Promise.reject(new Error('none was kept')) },
    submit: async ({ args }) => {
      set.push(args);
      return { ok: true, at: {} };
    },
  });
  job.committed({ outcomes: [], changes: [messages(['https://a.id/', 'https://b.id/'])] });
  await expect.poll(() => asked).toBe(2);
  await expect.poll(() => set).toMatchObject([{ words: { url: 'https://b.id/' } }]);
  clock.advance(7_999);
  expect(set).toHaveLength(1);
  clock.advance(1);
  await job.idle();
  expect(set[1]).toMatchObject({ words: { url: 'https://a.id/', title: 'A' } });
  expect(set).not.toContainEqual(expect.objectContaining({ picture: expect.anything() }));
  expect(clock.pending).toBe(0);
});

it('deletes a picture whose message was deleted meanwhile', async () => {
  const given: string[] = [];
  const fileId = anId(7) as OpId;
  const size = { size: 9, width: 9, height: 9, durationMs: null, preview: null };
  const facts = { mediaType: 'image/webp', sha256: null, ...size };
  const job = new FetchPreviews({
    ...{ clock: new FakeClock(), internet: pictured, store: { get: async () => [] } },
    pictures: {
      keep: async () => ({ fileId, alt: '', facts }),
      giveUp: async (id) => void given.push(id),
    },
    submit: async () => ({ ok: false, refusal: { code: 'deleted' } }),
  });
  job.committed({ outcomes: [], changes: [messages(['https://a.id/'])] });
  await job.idle();
  expect(given).toEqual([fileId]);
});
