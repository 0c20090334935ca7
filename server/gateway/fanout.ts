import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import { limits } from '../../shared/protocol/limits.ts';
import {
  channelOf,
  channelScope,
  orgScope,
  registryScope,
  userScope,
  type Scope,
} from '../../shared/domain/scope.ts';
import type { Bus } from '../bus/port.ts';
import type { GroupResult, Page, ScopeChange, ScopeHead, Store, StoredRow } from '../store/port.ts';
import { rowsText, textFrame } from './frames.ts';
import type { Receiver } from './peer.ts';

/** Who hears of a scope on this node, and how far they were told (S13). */
class Audience {
  readonly receivers = new Set<Receiver>();
  /** Everything up to here was told; null until the head was read once. */
  cursor: number | null = null;
  /** The highest head that was heard of. */
  wanted = 0;
  /** How often it was heard of. */
  calls = 0;
  pulling = false;
}

/** Changes of place that a batch of rows tells of; they take effect when its frames are out. */
interface Moves {
  readonly joins: Map<Receiver, Scope[]>;
  readonly leaves: { receiver: Receiver; scope: Scope }[];
}

export interface FanoutOptions {
  readonly store: Pick<Store, 'pull' | 'heads'>;
  readonly bus: Bus;
  /** Hears of every row of `org`, whether or not anybody receives it. */
  readonly onOrgRows: (rows: readonly StoredRow[]) => void;
  readonly fault: (error: unknown) => void;
}

/**
 * Brings what was committed to those who subscribe. Of each group and scope there is one frame,
 * made once; a receiver costs its socket's write and nothing more.
 */
export class Fanout {
  readonly #options: FanoutOptions;
  readonly #audiences = new Map<Scope, Audience>();
  /** Scopes whose rows could not be read when a hint asked for it. */
  readonly #behind = new Set<Scope>();

  constructor(options: FanoutOptions) {
    this.#options = options;
    // The relay itself listens to people's roles, also where no client receives the directory.
    this.#audiences.set(orgScope, new Audience());
  }

  subscribe(receiver: Receiver, scopes: readonly Scope[]): void {
    if (!receiver.live) return;
    for (const scope of scopes) {
      let audience = this.#audiences.get(scope);
      if (audience === undefined) this.#audiences.set(scope, (audience = new Audience()));
      audience.receivers.add(receiver);
      receiver.scopes.add(scope);
    }
  }

  unsubscribe(receiver: Receiver, scope: Scope): void {
    receiver.departures++;
    receiver.scopes.delete(scope);
    const audience = this.#audiences.get(scope);
    if (audience === undefined) return;
    audience.receivers.delete(receiver);
    if (audience.receivers.size > 0 || scope === orgScope) return;
    this.#audiences.delete(scope);
    this.#behind.delete(scope);
  }

  /** The connection has ended. */
  drop(receiver: Receiver): void {
    for (const scope of receiver.scopes) this.unsubscribe(receiver, scope);
  }

  /** These heads were read from the store after their scopes were subscribed to. */
  reached(heads: readonly ScopeHead[]): void {
    for (const { scope, head } of heads) {
      const audience = this.#audiences.get(scope);
      if (audience === undefined) continue;
      audience.cursor ??= head;
      this.#want(scope, audience, head);
    }
  }

  /** What this node committed; it is told from memory. */
  committed({ changes }: GroupResult): void {
    const moves: Moves = { joins: new Map(), leaves: [] };
    for (const change of changes) this.#advance(change, moves);
    this.#move(moves);
    this.#options.bus.publish(
      changes.flatMap(({ scope, head }) =>
        scope === registryScope ? [] : { type: 'scope' as const, scope, head },
      ),
    );
  }

  /** S13: somebody says that a scope reached this head. */
  hint(scope: Scope, head: number): void {
    const audience = this.#audiences.get(scope);
    if (audience !== undefined) this.#want(scope, audience, head);
  }

  /** Reads again what could not be read before. */
  retry(): void {
    for (const scope of this.#behind) {
      this.#behind.delete(scope);
      this.hint(scope, 0);
    }
  }

  /** How many connections hear of a scope. */
  audienceOf(scope: Scope): number {
    return this.#audiences.get(scope)?.receivers.size ?? 0;
  }

  #advance(change: ScopeChange, moves: Moves): void {
    const { scope, from, head } = change;
    const audience = this.#audiences.get(scope);
    if (audience === undefined) return;
    // Another node was here in between: the store tells in order what it did, and this with it.
    const gap = audience.cursor !== null && from > audience.cursor;
    if (gap || audience.pulling) return this.#want(scope, audience, head);
    if (audience.cursor !== null && head <= audience.cursor) return;
    audience.cursor = head;
    this.#deliver(change, audience, moves);
  }

  #want(scope: Scope, audience: Audience, head: number): void {
    audience.calls++;
    audience.wanted = Math.max(audience.wanted, head);
    if (audience.pulling || audience.cursor === null || audience.wanted <= audience.cursor) return;
    audience.pulling = true;
    void this.#pull(scope, audience);
  }

  async #pull(scope: Scope, audience: Audience): Promise<void> {
    try {
      while (audience.wanted > audience.cursor! && this.#audiences.get(scope) === audience) {
        const { cursor, calls } = audience;
        const page = await this.#read(scope, cursor!, null);
        if (page.to <= cursor!) {
          // A hint above the store's head was a mistake, unless something came while it was read.
          if (audience.calls === calls) audience.wanted = cursor!;
          continue;
        }
        if (scope === orgScope) await this.#orgRowsBelow(cursor!, page.from);
        audience.cursor = page.to;
        const moves: Moves = { joins: new Map(), leaves: [] };
        // S6: where the page does not reach down to the cursor, receivers see a hole and pull it.
        this.#deliver({ ...page, head: page.to }, audience, moves);
        this.#move(moves);
      }
    } catch (error) {
      this.#options.fault(error);
      this.#behind.add(scope);
    } finally {
      audience.pulling = false;
    }
  }

  #read(scope: Scope, after: number, upTo: number | null): Promise<Page> {
    const { pageRows, pageBytes } = limits;
    return this.#options.store.pull(scope, after, upTo, pageRows, pageBytes);
  }

  /** Receivers pull a hole when they like; the relay itself must not miss what happened to people. */
  async #orgRowsBelow(after: number, hole: number): Promise<void> {
    let upTo = hole;
    while (upTo > after) {
      const page = await this.#read(orgScope, after, upTo);
      this.#options.onOrgRows(page.rows);
      upTo = page.from;
    }
  }

  #deliver(change: ScopeChange, audience: Audience, moves: Moves): void {
    const { scope, rows } = change;
    if (scope === orgScope) this.#options.onOrgRows(rows);
    if (audience.receivers.size === 0) return;
    if (channelOf(scope) !== undefined) this.#showOut(change, moves);
    const frame = textFrame(rowsText(change));
    for (const receiver of audience.receivers) receiver.write(frame);
    if (scope.startsWith('user:')) this.#place(rows, audience, moves);
  }

  /**
   * S11: somebody who was put out of a channel gets no frame that holds what came after. Where
   * their leaving is the last thing in the frame, they may have it.
   */
  #showOut({ scope, head, rows }: ScopeChange, moves: Moves): void {
    for (const row of rows) {
      if (row.kind !== 'member' || !isTombstone(row)) continue;
      for (const receiver of this.#connectionsOf(row.id as UserId)) {
        if (row.version === head) moves.leaves.push({ receiver, scope });
        else this.unsubscribe(receiver, scope);
      }
    }
  }

  /** A person's own rows tell which channels their connections hear of. */
  #place(rows: readonly StoredRow[], audience: Audience, moves: Moves): void {
    for (const row of rows) {
      if (row.kind !== 'membership') continue;
      const scope = channelScope(row.id as ChannelId);
      for (const receiver of audience.receivers) {
        if (isTombstone(row)) moves.leaves.push({ receiver, scope });
        else if (!receiver.scopes.has(scope)) {
          moves.joins.set(receiver, [...(moves.joins.get(receiver) ?? []), scope]);
        }
      }
    }
  }

  #move({ joins, leaves }: Moves): void {
    for (const { receiver, scope } of leaves) this.unsubscribe(receiver, scope);
    if (joins.size === 0) return;
    // First the subscription, then the heads: what is committed in between is told, not missed.
    for (const [receiver, scopes] of joins) this.subscribe(receiver, scopes);
    void this.#seated(joins);
  }

  async #seated(joins: ReadonlyMap<Receiver, readonly Scope[]>): Promise<void> {
    try {
      const heads = await this.#options.store.heads([...new Set([...joins.values()].flat())]);
      this.reached(heads);
      for (const [receiver, scopes] of joins) {
        const theirs = heads.filter(
          ({ scope }) => scopes.includes(scope) && receiver.scopes.has(scope),
        );
        if (theirs.length > 0)
          receiver.write(textFrame(JSON.stringify({ t: 'subscribed', scopes: theirs })));
      }
    } catch (error) {
      // The rows that come for these scopes make the clients pull.
      this.#options.fault(error);
    }
  }

  #connectionsOf(userId: UserId): Iterable<Receiver> {
    return this.#audiences.get(userScope(userId))?.receivers ?? [];
  }
}

const isTombstone = ({ json }: StoredRow): boolean =>
  (JSON.parse(json) as { deleted?: boolean }).deleted === true;
