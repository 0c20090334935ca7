import { isIP } from 'node:net';
import { previewBounds } from '../../../shared/domain/kinds/preview.ts';
import { wordsOfPage, type PageWords } from './page-words.ts';
import { isPublicAddress } from './public-address.ts';

/** What came back from one address. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: { readonly location?: string | undefined } & {
    readonly 'content-type'?: string | undefined;
  };
  readonly body: AsyncIterable<Uint8Array>;
  /** Hangs up, whatever was read of it. */
  readonly close: () => void;
}

/** The way out: tests have one of their own. */
export interface Internet {
  /** All addresses of a host. */
  resolve(host: string): Promise<readonly string[]>;
  /** Asks that address and no other, whatever the name leads to by now. */
  ask(url: URL, address: string, signal: AbortSignal): Promise<PageAnswer>;
}

const MAX_HOPS = 4;
/** The head of a page is in its beginning, bytes. */
const MAX_BYTES = 256 * 1_024;
const PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/**
 * What a page says of itself. Undefined: it says nothing, is no page, or is not of the internet.
 * Each hop of a redirect is looked at as the first one is. `signal` ends it: whoever asks decides
 * how long all hops together may take. Fails where nothing answers.
 */
export async function fetchPage(
  link: string,
  internet: Internet,
  signal: AbortSignal,
): Promise<PageWords | undefined> {
  let url = URL.parse(link);
  for (let hop = 0; url !== null && hop <= MAX_HOPS; hop++) {
    const address = await beforeEnd(addressOf(url, internet), signal);
    if (address === undefined) return undefined;
    const answer = await beforeEnd(internet.ask(url, address, signal), signal);
    try {
      const { status, headers } = answer;
      const moved = [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined;
      if (moved === undefined) return await wordsOf(answer, url, signal);
      url = URL.parse(moved, url.href);
    } finally {
      answer.close();
    }
  }
  return undefined;
}

async function wordsOf(
  { status, headers, body }: PageAnswer,
  url: URL,
  signal: AbortSignal,
): Promise<PageWords | undefined> {
  const type = headers['content-type'] ?? '';
  if (status !== 200 || !/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return undefined;
  const words = wordsOfPage(decode(await beginning(body, signal), type));
  const host = url.hostname.replace(/^www\./, '').slice(0, previewBounds.site);
  return words && { ...words, site: words.site || host };
}

/** Undefined: not to be asked. Where one address of several is inside, all are suspect. */
async function addressOf(url: URL, internet: Internet): Promise<string | undefined> {
  const port = PORTS[url.protocol];
  const plain = url.username === '' && url.password === '';
  // A default port is written as none.
  if (port === undefined || url.port !== '' || !plain) return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await internet.resolve(host) : [host];
  return addresses.every(isPublicAddress) ? addresses[0] : undefined;
}

/** DNS knows no signal. */
async function beforeEnd<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const end = (): void => reject(signal.reason);
  if (signal.aborted) end();
  signal.addEventListener('abort', end);
  return Promise.race([asked, promise]).finally(() => signal.removeEventListener('abort', end));
}

async function beginning(body: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    signal.throwIfAborted();
    pieces.push(piece);
    size += piece.length;
    if (size >= MAX_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, MAX_BYTES);
}

function decode(bytes: Buffer, type: string): string {
  const head = bytes.subarray(0, 2_048).toString('latin1');
  const [, named = 'utf-8'] =
    /charset=["']?([\w-]{1,40})/i.exec(type) ??
    /<meta[^<>]{0,200}charset=["']?([\w-]{1,40})/i.exec(head) ??
    [];
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
