import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const MOST_TOKENS = 8;

export interface DoorOptions {
  port: number;
  /** Random bytes as hex. */
  randomHex: (bytes: number) => string;
}

/**
 * Who may come in over loopback. Every program of this computer can connect, and every page in the
 * browser can try to, so an address alone opens nothing:
 *
 * - `Host` must name this server, or a stranger's domain could be pointed at it (DNS rebinding);
 * - `Origin`, where a browser sends it, must be this server's own page;
 * - the token in the address that the owner was given works once, and is exchanged for a cookie
 *   that no script reads and no other site sends.
 */
export class Door {
  readonly #hosts: ReadonlySet<string>;
  readonly #cookie: string;
  readonly #session: string;
  readonly #randomHex: (bytes: number) => string;
  /** Given out and not used, the oldest first. */
  readonly #tokens: string[] = [];

  constructor({ port, randomHex }: DoorOptions) {
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
    // Cookies know no ports: two hosts in one browser must not take each other's.
    this.#cookie = `balai-${port}`;
    this.#session = randomHex(32);
    this.#randomHex = randomHex;
  }

  /** A token that opens this door once. Of those that nobody uses the last few are kept. */
  invite(): string {
    const token = this.#randomHex(32);
    this.#tokens.push(token);
    if (this.#tokens.length > MOST_TOKENS) this.#tokens.shift();
    return token;
  }

  /** Whether the request was meant for this server, and comes from its own page or from none. */
  isForHere({ host, origin }: IncomingHttpHeaders): boolean {
    if (host === undefined || !this.#hosts.has(host)) return false;
    return origin === undefined || origin === `http://${host}`;
  }

  /** A WebSocket is not bound to its page by the browser, so here the origin must be told. */
  isFromHere(headers: IncomingHttpHeaders): boolean {
    return headers.origin !== undefined && this.isForHere(headers);
  }

  /** Whether the session's cookie came with it. */
  isKnown({ cookie }: IncomingHttpHeaders): boolean {
    const prefix = `${this.#cookie}=`;
    const values = (cookie ?? '').split(/;\s*/).filter((one) => one.startsWith(prefix));
    return values.some((one) => same(one.slice(prefix.length), this.#session));
  }

  /** Exchanges the token for the header that sets the cookie; undefined where it is wrong or used. */
  admit(token: string): string | undefined {
    const at = this.#tokens.findIndex((one) => same(token, one));
    if (at < 0) return undefined;
    this.#tokens.splice(at, 1);
    return `${this.#cookie}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
  }
}

function same(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}
