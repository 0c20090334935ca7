import type { UserId } from '../../shared/domain/ids.ts';
import { orgScope, userScope, type Scope } from '../../shared/domain/scope.ts';
import type { Up, UpFrame } from '../../shared/protocol/up.ts';
import type { WireRow } from '../../shared/protocol/wire-row.ts';
import type { OpenSocket, SocketEvents } from '../../main/core/sync/socket.ts';

/** A relay in memory that answers pulls as the real one does, one frame a turn. */
export class PagesOfRelay {
  /** Every page that it gave, in order. */
  readonly answered: { scope: Scope; rows: readonly WireRow[] }[] = [];
  readonly #userId: UserId;
  readonly #rows: ReadonlyMap<Scope, readonly WireRow[]>;
  readonly #before: number;

  /** `before`: the head of each scope that the client has already. */
  constructor(userId: UserId, rows: ReadonlyMap<Scope, readonly WireRow[]>, before: number) {
    this.#userId = userId;
    this.#rows = rows;
    this.#before = before;
  }

  readonly openSocket: OpenSocket = (_url, events) => {
    setImmediate(() => events.onOpen());
    return {
      send: (text) => this.#receive(JSON.parse(text) as UpFrame, events),
      close: () => undefined,
    };
  };

  #receive(frame: UpFrame, events: SocketEvents): void {
    if (frame.t === 'hello') return this.#push(events, JSON.stringify(this.#welcome()));
    if (frame.t === 'pull') this.#push(events, this.#page(frame));
  }

  #push(events: SocketEvents, text: string): void {
    setImmediate(() => events.onMessage(text));
  }

  #welcome(): unknown {
    const now = Date.now();
    const channels = [...this.#rows].map(([scope, rows]) => ({
      ...{ scope, head: this.#before + rows.length, count: this.#before - 1 + rows.length },
    }));
    const known = [orgScope, userScope(this.#userId)].map((scope) => ({
      scope,
      head: 0,
      count: 0,
    }));
    return {
      ...{ t: 'welcome', protocol: 1, server: 'bench', userId: this.#userId, time: now },
      ...{ directory: 'lazy', expires: now + 86_400_000, leaseDays: 30 },
      scopes: [...known, ...channels],
    };
  }

  #page({ id, scope, after, upTo, limit }: Up<'pull'>): string {
    const all = this.#rows.get(scope) ?? [];
    const head = this.#before + all.length;
    const to = Math.min(upTo ?? head, head);
    const from = Math.max(after, to - limit);
    const rows = all.slice(Math.max(0, from - this.#before), to - this.#before);
    this.answered.push({ scope, rows });
    return JSON.stringify({ t: 'page', id, scope, from, to, head, count: head - 1, rows });
  }
}
