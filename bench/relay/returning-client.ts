import type { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { Backoff } from '../../main/core/sync/backoff.ts';
import { paths } from '../../shared/protocol/http.ts';

const PING_MS = 10_000;
const PAGE = 500;

/** A row, as far as it matters here. */
interface Row {
  readonly kind: string;
  readonly version: number;
  readonly text?: string;
}

/** What a client reads of a frame, whichever it is. */
interface Heard {
  readonly t: string;
  readonly scope?: string;
  readonly to?: number;
  readonly from?: number;
  readonly rows?: readonly Row[];
  readonly retryAfterMs?: number;
  readonly scopes?: readonly { scope: string; head: number }[];
}

interface Told {
  /** After each frame that changed what is true of it. */
  readonly changed?: () => void;
  /** Each row once that it had not yet, in the order in which it came to know them. */
  readonly row?: (row: Row) => void;
  readonly agent?: Agent;
}

/**
 * A client of the gateway that loses its line and comes back as the desktop client does: after a
 * random delay which doubles, with a pull of each scope up to its head. At its first welcome it
 * holds everything there is: this is about coming back.
 */
export class ReturningClient {
  readonly #gateway: string;
  readonly #token: string;
  readonly #told: Told;
  readonly #cursors = new Map<string, number>();
  readonly #heads = new Map<string, number>();
  readonly #pulling = new Set<string>();
  readonly #backoff = new Backoff(Math.random);
  #retryAfterMs = 0;
  #welcomes = 0;
  #pulls = 0;
  #rows = 0;

  constructor(url: string, token: string, told: Told) {
    this.#gateway = url.replace(/^http/, 'ws') + paths.gateway;
    this.#token = token;
    this.#told = told;
  }

  /** Welcomed for the first time. */
  get ready(): boolean {
    return this.#welcomes > 0;
  }

  /** Welcomed again, and every cursor is at its head. */
  get whole(): boolean {
    return this.#welcomes > 1 && this.#pulling.size === 0;
  }

  get work(): { welcomes: number; pulls: number; rows: number; cursors: [string, number][] } {
    const cursors = [...this.#cursors].filter(([scope]) => scope.startsWith('channel:'));
    return { welcomes: this.#welcomes, pulls: this.#pulls, rows: this.#rows, cursors };
  }

  connect(): void {
    const { agent } = this.#told;
    const socket = new WebSocket(this.#gateway, { perMessageDeflate: false, agent });
    const ping = setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.send('{"t":"ping","n":1}');
    }, PING_MS);
    socket.on('open', () =>
      socket.send(JSON.stringify({ t: 'hello', protocol: 1, client: 'bench', token: this.#token })),
    );
    socket.on('message', (data: Buffer) => {
      this.#hear(JSON.parse(data.toString()) as Heard, socket);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(ping);
      const wait = this.#backoff.next(this.#retryAfterMs);
      this.#retryAfterMs = 0;
      this.#pulling.clear();
      setTimeout(() => this.connect(), wait);
    });
  }

  #hear(frame: Heard, socket: WebSocket): void {
    if (frame.t === 'bye') this.#retryAfterMs = frame.retryAfterMs ?? 0;
    if (frame.t === 'welcome') this.#welcomed(frame, socket);
    if (frame.t === 'rows') this.#live(frame, socket);
    if (frame.t === 'page') this.#paged(frame, socket);
  }

  #welcomed({ scopes = [] }: Heard, socket: WebSocket): void {
    this.#welcomes++;
    this.#backoff.reset();
    for (const { scope, head } of scopes) {
      const cursor = this.#cursors.get(scope);
      if (cursor === undefined) this.#cursors.set(scope, head);
      this.#reach(scope, head, socket);
    }
    this.#told.changed?.();
  }

  /** S4 */
  #live({ scope = '', from = 0, to = 0, rows = [] }: Heard, socket: WebSocket): void {
    if (from <= (this.#cursors.get(scope) ?? 0)) this.#apply(scope, to, rows);
    this.#reach(scope, to, socket);
  }

  #paged({ scope = '', from = 0, to = 0, rows = [] }: Heard, socket: WebSocket): void {
    this.#pulling.delete(scope);
    this.#rows += rows.length;
    const cursor = this.#cursors.get(scope) ?? 0;
    // S6: what is below the page would be a hole; what is missed here fits one page.
    if (from > cursor) throw new Error(`a hole below ${from} in ${scope}`);
    this.#apply(scope, to, rows);
    this.#reach(scope, to, socket);
    this.#told.changed?.();
  }

  /** S3 */
  #apply(scope: string, to: number, rows: readonly Row[]): void {
    const cursor = this.#cursors.get(scope) ?? 0;
    for (const row of rows) if (row.version > cursor) this.#told.row?.(row);
    this.#cursors.set(scope, Math.max(cursor, to));
  }

  /** Pulls what is missing below this head and all that were heard of before. */
  #reach(scope: string, head: number, socket: WebSocket): void {
    const most = Math.max(head, this.#heads.get(scope) ?? 0);
    this.#heads.set(scope, most);
    const after = this.#cursors.get(scope) ?? 0;
    if (after >= most || this.#pulling.has(scope)) return;
    this.#pulling.add(scope);
    this.#pulls++;
    const pull = { t: 'pull', id: this.#pulls, scope, after, upTo: null, limit: PAGE };
    socket.send(JSON.stringify(pull));
  }
}
