import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Internet, PageAnswer } from './ask-outside.ts';
import { fetchPage } from './fetch-page.ts';
import { internet } from './internet.ts';
import { wordsOfPage } from './page-words.ts';

const OUTSIDE = '93.184.216.34';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

async function* bodyOf(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}
type Answer = Omit<PageAnswer, 'close'>;
const page = (html: string, headers: PageAnswer['headers'] = HTML): Answer => ({
  ...{ status: 200, headers, body: bodyOf(html) },
});
const moved = (location: string): Answer => ({
  ...{ status: 302, headers: { location }, body: bodyOf() },
});
const forEver = new AbortController().signal;
const read = (link: string, net: Internet) => fetchPage(link, net, forEver);

/** An internet of these pages, and where its names lead. */
function small(pages: Record<string, () => Answer>, names: Record<string, string[]> = {}) {
  const asked: string[] = [];
  /** Answers that nobody has hung up on. */
  const open = { count: 0 };
  const net: Internet = {
    resolve: async (host) => names[host] ?? [OUTSIDE],
    ask: async (url, address) => {
      asked.push(`${url.href} at ${address}`);
      const answer = pages[url.href];
      if (answer === undefined) throw new Error('nothing there');
      open.count++;
      return { ...answer(), close: () => void open.count-- };
    },
  };
  return { net, asked, open };
}

describe('a page', () => {
  it('says what it is about', async () => {
    const html = `<title>Lain</title><meta property="og:title" content="Harga &amp; stok">
      <meta name="description" content="Semua\n gudang"><meta property="og:site_name" content="Nusa">`;
    const { net } = small({ 'https://a.id/x': () => page(html) });
    expect(await read('https://a.id/x', net)).toEqual({
      ...{ title: 'Harga & stok', text: 'Semua gudang', site: 'Nusa' },
    });
  });

  it('is of its host where it does not call itself anything', async () => {
    const { net } = small({ 'https://www.a.id/': () => page('<title> Satu\n dua </title>') });
    expect(await read('https://www.a.id', net)).toEqual({
      ...{ title: 'Satu dua', text: '', site: 'a.id' },
    });
  });

  it.each([
    ['another type', () => page('<title>A</title>', { 'content-type': 'image/svg+xml' })],
    ['no type', () => page('<title>A</title>', {})],
    ['a failure', () => ({ ...page('<title>A</title>'), status: 404 })],
    ['no title', () => page('<p>Halo')],
  ])('says nothing, and is hung up on: %s', async (_what, answer) => {
    const { net, open } = small({ 'https://a.id/': answer });
    expect(await read('https://a.id', net)).toBeUndefined();
    expect(open.count).toBe(0);
  });

  it('is read to a bound, and in its own letters', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<title>caf\u00e9</title>', 'latin1');
      for (; ; pieces++) yield Buffer.alloc(16_384, ' ');
    }
    const headers = { 'content-type': 'text/html; charset=iso-8859-1' };
    const { net } = small({ 'https://a.id/': () => ({ status: 200, headers, body: endless() }) });
    expect((await read('https://a.id', net))?.title).toBe('café');
    expect(pieces).toBeLessThan(20);
  });

  it('says nothing of what stands in its body, and has a site no longer than may be', async () => {
    const html =
      '<title>A</title><body><meta property="og:title" content="B"><svg><title>C</title>';
    expect(wordsOfPage(html)?.title).toBe('A');
    const host = `${'a.'.repeat(100)}id`;
    const { net } = small({ [`https://${host}/`]: () => page('<title>A</title>') });
    expect((await read(`https://${host}/`, net))?.site).toHaveLength(120);
  });

  it.each([
    ['<meta property="og:image" content="/a.png">', 'https://a.id/a.png', ''],
    ['<meta name="twitter:image" content="//b.id/a.png">', 'https://b.id/a.png', ''],
    [
      `<meta name="twitter:image" content="https://a.id/t.png"><meta name="twitter:image:alt" content="T">
       <meta property="og:image" content=" https://a.id/o.png "><meta property="og:image:alt" content="Sebuah\n truk">`,
      ...['https://a.id/o.png', 'Sebuah truk'],
    ],
    [
      // The words are the second picture's.
      `<meta property="og:image" content="https://a.id/1.png"><meta property="og:image" content="https://a.id/2.png">
       <meta property="og:image:alt" content="Dua">`,
      ...['https://a.id/1.png', ''],
    ],
  ])('names its picture from where it is: %s', async (meta, url, alt) => {
    const { net } = small({
      'https://a.id/': () => moved('/jauh/x'),
      'https://a.id/jauh/x': () => page(`<title>A</title>${meta}`),
    });
    expect((await read('https://a.id', net))?.picture).toEqual({ url, alt });
  });

  it.each([
    '<meta property="og:image" content=" ">',
    `<meta property="og:image" content="https://a.id/${'a'.repeat(2_048)}">`,
    '<meta property="og:image" content="https://[">',
    '<link rel="icon" href="/icon.png"><meta name="image" content="/a.png">',
    '<body><meta property="og:image" content="https://a.id/a.png"><img src="/b.png">',
  ])('has no picture: %s', async (html) => {
    const { net } = small({ 'https://a.id/': () => page(`<title>A</title>${html}`) });
    const found = await read('https://a.id', net);
    expect(found).toEqual({ title: 'A', text: '', site: 'a.id' });
  });

  it('turns no reading round, and is cut between characters', () => {
    expect(wordsOfPage('<title>a\u202eb</title>')?.title).toBe('ab');
    const long = wordsOfPage(`<title>${'😀'.repeat(400)}</title>`)?.title ?? '';
    expect([long.length <= 300, long.isWellFormed()]).toEqual([true, true]);
  });

  it('takes no long time to be read, however it is made', () => {
    const bad = `${'<meta '.repeat(40_000)}<title>`;
    expect(wordsOfPage(bad)).toBeUndefined();
  });
});

describe('the way out', () => {
  const inside = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'];

  const bad: [what: string, addresses: string[]][] = [
    ...inside.map((address): [string, string[]] => [address, [address]]),
    ['one of several', [OUTSIDE, '192.168.1.1']],
    ['none', []],
  ];
  it.each(bad)('leads to no address of our own: %s', async (_what, addresses) => {
    const names = { 'a.id': addresses };
    const { net, asked } = small({ 'https://a.id/': () => page('<title>A</title>') }, names);
    expect(await read('https://a.id', net)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it.each([
    ...['https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/'],
    ...['https://a.id:8443/', 'http://a.id:443/', 'https://user@a.id/', 'ftp://a.id/'],
    ...['file:///etc/passwd', 'https://[::ffff:7f00:1]/', 'kein link'],
  ])('is not %s', async (link) => {
    const { net, asked } = small({});
    expect(await read(link, net)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('is looked at again at each hop', async () => {
    const names = { 'b.id': ['127.0.0.1'] };
    for (const target of [
      'https://b.id/',
      'http://10.0.0.1/',
      'https://[::ffff:10.0.0.1]/',
      '//b.id',
      'https://c.id:22/',
    ]) {
      const { net, asked } = small({ 'https://a.id/': () => moved(target) }, names);
      expect(await read('https://a.id', net)).toBeUndefined();
      expect(asked).toHaveLength(1);
    }
    const { net, asked, open } = small({
      'https://a.id/': () => moved('/b'),
      'https://a.id/b': () => moved('https://c.id'),
      'https://c.id/': () => page('<title>C</title>'),
    });
    expect(await read('https://a.id', net)).toMatchObject({ title: 'C', site: 'c.id' });
    expect(asked).toHaveLength(3);
    expect(open.count).toBe(0);
  });

  it('ends after a few hops, also in a circle', async () => {
    const { net, asked } = small({ 'https://a.id/': () => moved('https://a.id/') });
    expect(await read('https://a.id', net)).toBeUndefined();
    expect(asked).toHaveLength(5);
  });

  const never = new Promise<never>(() => {});
  it.each([
    ['a name', { resolve: () => never, ask: () => never }],
    ['a page', { resolve: async () => [OUTSIDE], ask: () => never }],
  ])('is not waited for without end: %s', async (_what, hangs: Internet) => {
    const stop = new AbortController();
    const asked = fetchPage('https://a.id', hangs, stop.signal);
    stop.abort(new Error('closing'));
    await expect(asked).rejects.toThrow('closing');
  });
});

/** A server at the address that was looked up, which is not the one that its name leads to now. */
async function served(listener: RequestListener): Promise<(url: string) => Promise<PageAnswer>> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return (path) => {
    const url = new URL(`http://no-such-name.invalid:${port}${path}`);
    return internet.ask(url, '127.0.0.1', AbortSignal.timeout(5_000), 'page');
  };
}

describe('asking', () => {
  it('goes to the address that was looked at, without cookies or a referrer', async () => {
    const seen: Record<string, unknown>[] = [];
    const ask = await served((request, response) => {
      seen.push(request.headers);
      response.writeHead(302, { location: 'https://b.id', 'set-cookie': 'a=1' }).end();
    });
    const answer = await ask('/x');
    expect([answer.status, answer.headers.location]).toEqual([302, 'https://b.id']);
    await ask('/y');
    expect(seen).toHaveLength(2);
    for (const headers of seen) {
      expect(Object.keys(headers).sort()).toEqual(
        ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].sort(),
      );
    }
  });

  it('ends with its signal, in the middle of a page too', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, HTML).write('<title>');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close().closeAllConnections());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const url = new URL(`http://a.invalid:${port}/`);
    const stop = new AbortController();
    const { body } = await internet.ask(url, '127.0.0.1', stop.signal, 'page');
    const pieces = body[Symbol.asyncIterator]();
    expect((await pieces.next()).done).toBe(false);
    stop.abort();
    await expect(pieces.next()).rejects.toThrow('aborted');
  });
});
