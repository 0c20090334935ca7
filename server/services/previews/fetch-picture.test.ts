import { describe, expect, it } from 'vitest';
import type { Internet, PageAnswer } from './ask-outside.ts';
import { fetchPicture, MAX_PICTURE_BYTES } from './fetch-picture.ts';

const OUTSIDE = '93.184.216.34';
const PIECE = 64 * 1_024;

type Answer = Omit<PageAnswer, 'close'>;
async function* bodyOf(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
const moved = (location: string): Answer => ({
  ...{ status: 302, headers: { location }, body: bodyOf() },
});
const given = (...pieces: Uint8Array[]): Answer => ({
  ...{ status: 200, headers: { 'content-type': 'image/png' }, body: bodyOf(...pieces) },
});

/** An internet of these addresses; `dalam.id` leads into our own network. */
function small(answers: Record<string, () => Answer>) {
  const asked: string[] = [];
  const open = { count: 0 };
  const internet: Internet = {
    resolve: async (host) => [host === 'dalam.id' ? '10.0.0.1' : OUTSIDE],
    ask: async ({ href }, address, _signal, wanted) => {
      asked.push(`${wanted} ${href} at ${address}`);
      const answer = answers[href];
      if (answer === undefined) throw new Error('nothing there');
      open.count++;
      return { ...answer(), close: () => void open.count-- };
    },
  };
  const fetched = (url: string, signal = new AbortController().signal) =>
    fetchPicture(url, internet, signal);
  return { fetched, asked, open };
}

describe('the picture of a page', () => {
  it('is fetched from the address that was looked at, also behind a redirect', async () => {
    const { fetched, asked, open } = small({
      'https://a.id/p': () => moved('http://b.id/p.png'),
      'http://b.id/p.png': () => given(Buffer.from('pic'), Buffer.from('ture')),
    });
    expect((await fetched('https://a.id/p'))?.toString()).toBe('picture');
    expect(asked).toEqual([
      `picture https://a.id/p at ${OUTSIDE}`,
      `picture http://b.id/p.png at ${OUTSIDE}`,
    ]);
    expect(open.count).toBe(0);
  });

  it.each([
    ...['https://dalam.id/p.png', 'http://127.0.0.1/p.png', 'https://[::1]/p.png'],
    ...['https://a.id:8443/p.png', 'data:image/png;base64,AAAA', 'file:///etc/passwd'],
  ])('is not asked of our own network, neither at once nor behind a redirect: %s', async (url) => {
    const { fetched, asked } = small({ 'https://a.id/p': () => moved(url) });
    expect(await fetched(url)).toBeUndefined();
    expect(asked).toEqual([]);
    expect(await fetched('https://a.id/p')).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('is not taken where it is too large, and not read to its end', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; ; pieces++) yield Buffer.alloc(PIECE);
    }
    const { fetched, open } = small({
      'https://a.id/p': () => ({ status: 200, headers: {}, body: endless() }),
      'https://a.id/most': () => given(Buffer.alloc(MAX_PICTURE_BYTES)),
    });
    expect(await fetched('https://a.id/p')).toBeUndefined();
    expect(pieces).toBeLessThanOrEqual(MAX_PICTURE_BYTES / PIECE + 1);
    expect(open.count).toBe(0);
    expect(await fetched('https://a.id/most')).toHaveLength(MAX_PICTURE_BYTES);
  });

  it.each([
    ['nothing in it', () => given()],
    ['a failure', () => ({ ...given(Buffer.from('a')), status: 404 })],
  ])('is not there: %s', async (_what, answer) => {
    const { fetched } = small({ 'https://a.id/p': answer });
    expect(await fetched('https://a.id/p')).toBeUndefined();
  });

  it('is not waited for without end, in the middle of it neither', async () => {
    const stop = new AbortController();
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1);
      stop.abort(new Error('too slow'));
      yield Buffer.alloc(1);
    }
    const { fetched, open } = small({
      'https://a.id/p': () => ({ status: 200, headers: {}, body: slow() }),
    });
    await expect(fetched('https://a.id/p', stop.signal)).rejects.toThrow('too slow');
    expect(open.count).toBe(0);
  });
});
