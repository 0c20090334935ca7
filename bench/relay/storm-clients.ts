/**
 * Clients in a process of their own that lose their relay and come back as the desktop client
 * does: after a random delay, which doubles. Argument: the url. On stdin a line with the tokens.
 * Answers `{"ready"}` when all were welcomed, then at `{"watch"}` `{"true"}` once each of them was
 * welcomed anew and has pulled every scope up to its head.
 */
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { Backoff } from '../../main/core/sync/backoff.ts';
import { paths } from '../../shared/protocol/http.ts';

const [, , url] = process.argv;
if (url === undefined) throw new Error('usage: storm-clients.ts URL');
const gateway = url.replace(/^http/, 'ws') + paths.gateway;

/** What a client reads of a frame, whichever it is. */
interface Heard {
  readonly t: string;
  readonly id?: number;
  readonly scope?: string;
  readonly to?: number;
  readonly from?: number;
  readonly head?: number;
  readonly rows?: readonly unknown[];
  readonly retryAfterMs?: number;
  readonly scopes?: readonly { scope: string; head: number }[];
}

let clients: StormClient[] = [];
let told: 'opening' | 'ready' | 'true' = 'opening';

class StormClient {
  readonly #token: string;
  readonly #cursors = new Map<string, number>();
  readonly #backoff = new Backoff(Math.random);
  #retryAfterMs = 0;
  #welcomes = 0;
  #behind = 0;
  #pulls = 0;
  #rows = 0;

  constructor(token: string) {
    this.#token = token;
  }

  /** Welcomed for the first time. */
  get ready(): boolean {
    return this.#welcomes > 0;
  }

  /** Welcomed again, and every cursor is at its head. */
  get whole(): boolean {
    return this.#welcomes > 1 && this.#behind === 0;
  }

  get work(): { welcomes: number; pulls: number; rows: number; cursors: [string, number][] } {
    const cursors = [...this.#cursors].filter(([scope]) => scope.startsWith('channel:'));
    return { welcomes: this.#welcomes, pulls: this.#pulls, rows: this.#rows, cursors };
  }

  connect(): void {
    const socket = new WebSocket(gateway, { perMessageDeflate: false });
    socket.on('open', () =>
      socket.send(JSON.stringify({ t: 'hello', protocol: 1, client: 'storm', token: this.#token })),
    );
    socket.on('message', (data: Buffer) => {
      this.#hear(JSON.parse(data.toString()) as Heard, socket);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      const wait = this.#backoff.next(this.#retryAfterMs);
      this.#retryAfterMs = 0;
      this.#behind = 0;
      setTimeout(() => this.connect(), wait);
    });
  }

  #hear(frame: Heard, socket: WebSocket): void {
    if (frame.t === 'bye') this.#retryAfterMs = frame.retryAfterMs ?? 0;
    if (frame.t === 'welcome') this.#welcomed(frame, socket);
    if (frame.t === 'rows') this.#applied(frame);
    if (frame.t === 'page') this.#paged(frame, socket);
  }

  #welcomed({ scopes = [] }: Heard, socket: WebSocket): void {
    this.#welcomes++;
    for (const { scope, head } of scopes) {
      const cursor = this.#cursors.get(scope);
      // At the first welcome it holds everything: this is about coming back.
      if (cursor === undefined) this.#cursors.set(scope, head);
      else if (head > cursor) this.#pull(scope, cursor, socket);
    }
    announce();
  }

  /** S4 */
  #applied({ scope = '', from = 0, to = 0 }: Heard): void {
    const cursor = this.#cursors.get(scope) ?? 0;
    if (from <= cursor) this.#cursors.set(scope, Math.max(cursor, to));
  }

  #paged({ scope = '', from = 0, to = 0, rows = [] }: Heard, socket: WebSocket): void {
    this.#behind--;
    this.#rows += rows.length;
    const cursor = this.#cursors.get(scope) ?? 0;
    // S6: what is below the page would be a hole; the storm's deltas fit one page.
    if (from > cursor) throw new Error(`a hole below ${from} in ${scope}`);
    this.#cursors.set(scope, Math.max(cursor, to));
    if (to === cursor) return this.#pull(scope, cursor, socket);
    announce();
  }

  #pull(scope: string, after: number, socket: WebSocket): void {
    this.#behind++;
    this.#pulls++;
    socket.send(
      JSON.stringify({ t: 'pull', id: this.#pulls, scope, after, upTo: null, limit: 500 }),
    );
  }
}

function announce(): void {
  if (told === 'opening' && clients.every((client) => client.ready)) {
    told = 'ready';
    process.stdout.write('{"ready":true}\n');
  }
  if (told === 'ready' && clients.every((client) => client.whole)) {
    told = 'true';
    const work = clients.map((client) => client.work);
    const sum = (pick: (one: (typeof work)[number]) => number): number =>
      work.reduce((total, one) => total + pick(one), 0);
    const heads = work.flatMap(({ cursors }) => cursors.map(([, cursor]) => cursor));
    const done = {
      ...{ pulls: sum(({ pulls }) => pulls), rows: sum(({ rows }) => rows) },
      ...{ welcomes: sum(({ welcomes }) => welcomes), lowest: Math.min(...heads) },
    };
    process.stdout.write(`${JSON.stringify(done)}\n`);
  }
}

createInterface(process.stdin).on('line', (line) => {
  const { tokens } = JSON.parse(line) as { tokens: string[] };
  clients = tokens.map((token) => new StormClient(token));
  for (const client of clients) client.connect();
});
