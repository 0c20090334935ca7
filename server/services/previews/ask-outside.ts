import { isIP } from 'node:net';
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

/** What is asked for; it only says what would be welcome, and is believed of nobody. */
export type Wanted = 'page' | 'picture';

/** The way out: tests have one of their own. */
export interface Internet {
  /** All addresses of a host. */
  resolve(host: string): Promise<readonly string[]>;
  /** Asks that address and no other, whatever the name leads to by now. */
  ask(url: URL, address: string, signal: AbortSignal, wanted: Wanted): Promise<PageAnswer>;
}

export interface Outside {
  readonly internet: Internet;
  readonly wanted: Wanted;
  /** Ends it: whoever asks decides how long all hops together may take. */
  readonly signal: AbortSignal;
}

const MAX_HOPS = 4;
const PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/**
 * Asks a link that somebody wrote, and no address that is not of the internet: each hop of a
 * redirect is looked at as the first one is. `read` gets what is at its end, and where that is.
 * Undefined: there is nothing, or it is not to be asked. Fails where nothing answers.
 */
export async function askOutside<T>(
  link: string,
  { internet, wanted, signal }: Outside,
  read: (answer: PageAnswer, url: URL) => Promise<T | undefined>,
): Promise<T | undefined> {
  let url = URL.parse(link);
  for (let hop = 0; url !== null && hop <= MAX_HOPS; hop++) {
    const address = await beforeEnd(addressOf(url, internet), signal);
    if (address === undefined) return undefined;
    const answer = await beforeEnd(internet.ask(url, address, signal, wanted), signal);
    try {
      const { status, headers } = answer;
      const moved = [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined;
      if (moved === undefined) return status === 200 ? await read(answer, url) : undefined;
      url = URL.parse(moved, url.href);
    } finally {
      answer.close();
    }
  }
  return undefined;
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

/** What comes first of a body, and whether that is all of it. `most`: bytes. */
export async function beginning(
  body: AsyncIterable<Uint8Array>,
  most: number,
  signal: AbortSignal,
): Promise<{ readonly bytes: Buffer; readonly whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    signal.throwIfAborted();
    pieces.push(piece);
    size += piece.length;
    if (size > most) break;
  }
  return { bytes: Buffer.concat(pieces).subarray(0, most), whole: size <= most };
}
