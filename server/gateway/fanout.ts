import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import {
  channelOf,
  channelScope,
  orgScope,
  registryScope,
  scopeType,
  userScope,
  type Scope,
} from '../../shared/domain/scope.ts';
import type { Bus } from '../bus/port.ts';
import type { GroupResult, ScopeChange, ScopeHead, Store, StoredRow } from '../store/port.ts';
import { Audience } from './audience.ts';
import { CatchUp } from './catch-up.ts';
import { rowsText, textFrame } from './frames.ts';
import { LargeCompany } from './large-company.ts';
import type { Receiver } from './peer.ts';

type Joins = Map<Receiver, Scope[]>;

/** Changes of place that a batch of rows tells of; they take effect when its frames are out. */
class Moves {
  readonly joins: Joins = new Map();
  readonly leaves: { receiver: Receiver; scope: Scope }[] = [];

  join(receiver: Receiver, scope: Scope): void {
    const scopes = this.joins.get(receiver);
    if (scopes === undefined) this.joins.set(receiver, [scope]);
    else scopes.push(scope);
  }
}

export interface FanoutOptions {
  readonly store: Pick<Store, 'pull' | 'heads' | 'scopesOf'>;
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
  readonly #catchUp: CatchUp;
  /** Who came into scopes whose heads could not be read. */
  readonly #late: Joins = new Map();
  /** Those with a large directory: of `org` only what everybody keeps comes to them by itself. */
  readonly company = new LargeCompany();

  constructor(options: FanoutOptions) {
    this.#options = options;
    this.#catchUp = new CatchUp({
      ...{ store: options.store, fault: options.fault },
      audienceOf: (scope) => this.#audiences.get(scope),
      take: (change, audience) => {
        const moves = new Moves();
        this.#deliver(change, audience, moves);
        this.#move(moves);
        this.#recheck(change);
      },
      heedsAll: (scope) => scope === orgScope || isOwn(scope),
      heed: (scope, rows) => this.#heed(scope, rows),
    });
    // The relay itself listens to people's roles, also where no client receives the directory.
    this.#audiences.set(orgScope, new Audience());
  }

  /** Reads how far `org` is. Fails with `StoreUnavailable`. */
  async start(): Promise<void> {
    this.#reached(await this.#options.store.heads([orgScope]));
  }

  /**
   * Lets a receiver's own rows move it about, before it is subscribed to them: from here on none
   * is passed over. Fails with `StoreUnavailable`.
   */
  async follow(receiver: Receiver, scope: Scope): Promise<void> {
    this.#listen(receiver, scope);
    this.#reached(await this.#options.store.heads([scope]));
  }

  #listen(receiver: Receiver, scope: Scope): void {
    if (!receiver.open) return;
    let audience = this.#audiences.get(scope);
    if (audience === undefined) this.#audiences.set(scope, (audience = new Audience()));
    audience.listen(receiver);
    receiver.scopes.add(scope);
  }

  /**
   * Subscribes receivers, and says for each from which heads on rows come to it: what is committed
   * meanwhile is either below them or told. Scopes that it lost meanwhile are left out. Asks the
   * store once, whoever many they are. Fails with `StoreUnavailable`.
   */
  async subscribe(joins: ReadonlyMap<Receiver, readonly Scope[]>): Promise<ScopeHead[][]> {
    for (const [receiver, scopes] of joins) {
      for (const scope of scopes) this.#listen(receiver, scope);
    }
    const wanted = [...new Set([...joins.values()].flat())];
    const heads = await this.#options.store.heads(wanted);
    this.#reached(heads);
    return this.#admit(joins, new Map(heads.map((head) => [head.scope, head])));
  }

  unsubscribe(receiver: Receiver, scope: Scope): void {
    receiver.moves++;
    receiver.scopes.delete(scope);
    const audience = this.#audiences.get(scope);
    audience?.remove(receiver);
    if (audience?.empty === true && scope !== orgScope) this.#audiences.delete(scope);
  }

  /** The connection has ended. */
  drop(receiver: Receiver): void {
    this.company.leave(receiver);
    for (const scope of receiver.scopes) this.unsubscribe(receiver, scope);
  }

  /** What this node committed; it is told from memory. */
  committed({ changes }: GroupResult): void {
    const moves = new Moves();
    // S11: people's own rows come last, so that nothing of a channel follows the end of their place.
    for (const change of changes) if (!isOwn(change.scope)) this.#advance(change, moves);
    for (const change of changes) if (isOwn(change.scope)) this.#advance(change, moves);
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
    if (audience !== undefined) this.#catchUp.want(scope, audience, head);
  }

  /** Reads again what could not be read before. */
  retry(): void {
    this.#catchUp.retry();
    const joins: Joins = new Map();
    for (const [receiver, scopes] of this.#late) {
      // S11: not what was lost meanwhile.
      const still = scopes.filter((scope) => receiver.scopes.has(scope));
      if (receiver.open && still.length > 0) joins.set(receiver, still);
    }
    this.#late.clear();
    if (joins.size > 0) void this.#bringIn(joins);
  }

  /** How many connections hear of a scope. */
  audienceOf(scope: Scope): number {
    return this.#audiences.get(scope)?.receivers.size ?? 0;
  }

  /** These heads were read from the store after their scopes had an audience. */
  #reached(heads: readonly ScopeHead[]): void {
    for (const { scope, head } of heads) {
      const audience = this.#audiences.get(scope);
      if (audience === undefined) continue;
      audience.cursor ??= head;
      this.#catchUp.want(scope, audience, head);
    }
  }

  #admit(
    joins: ReadonlyMap<Receiver, readonly Scope[]>,
    heads: ReadonlyMap<Scope, ScopeHead>,
  ): ScopeHead[][] {
    return [...joins].map(([receiver, scopes]) =>
      scopes.flatMap((scope) => {
        const head = heads.get(scope) ?? { scope, head: 0, count: 0 };
        return this.#audiences.get(scope)?.admit(receiver, head) ?? [];
      }),
    );
  }

  #advance(change: ScopeChange, moves: Moves): void {
    const { scope, from, head } = change;
    const audience = this.#audiences.get(scope);
    if (audience === undefined) return;
    // Another node was here in between: the store tells in order what it did, and this with it.
    const gap = audience.cursor !== null && from > audience.cursor;
    if (gap || audience.pulling) return this.#catchUp.want(scope, audience, head);
    if (audience.cursor !== null && head <= audience.cursor) return;
    audience.cursor = head;
    this.#deliver(change, audience, moves);
  }

  #deliver(change: ScopeChange, audience: Audience, moves: Moves): void {
    const { scope, rows } = change;
    if (scope === orgScope) this.#tellOrg(rows);
    if (channelOf(scope) !== undefined) this.#showOut(change, moves);
    if (audience.receivers.size > 0) {
      const frame = textFrame(rowsText(change));
      for (const receiver of audience.receivers) receiver.write(frame);
    }
    if (isOwn(scope)) this.#place(rows, audience, moves);
  }

  #tellOrg(rows: readonly StoredRow[]): void {
    this.company.tell(rows, (userId) => this.#audiences.get(userScope(userId))?.everybody() ?? []);
    this.#options.onOrgRows(rows);
  }

  #heed(scope: Scope, rows: readonly StoredRow[]): void {
    if (scope === orgScope) this.#tellOrg(rows);
    const audience = this.#audiences.get(scope);
    if (!isOwn(scope) || audience === undefined) return;
    const moves = new Moves();
    this.#place(rows, audience, moves);
    this.#move(moves);
  }

  /**
   * S11: somebody who was put out of a channel gets no frame that holds what came after. Where
   * their leaving is the last thing in the frame, they may have it.
   */
  #showOut({ scope, head, rows }: ScopeChange, moves: Moves): void {
    for (const row of rows) {
      if (row.kind !== 'member' || !isTombstone(row)) continue;
      const own = this.#audiences.get(userScope(row.id as UserId));
      for (const receiver of own?.everybody() ?? []) {
        if (row.version === head) moves.leaves.push({ receiver, scope });
        else this.unsubscribe(receiver, scope);
      }
    }
  }

  /**
   * S13: what was read of a channel may be older than what was read meanwhile of somebody's own
   * rows. Whoever it showed out, and who is in again by now, is brought in again.
   */
  #recheck({ scope, rows }: ScopeChange): void {
    if (channelOf(scope) === undefined) return;
    const joins: Joins = new Map();
    for (const row of rows) {
      if (row.kind !== 'member' || !isTombstone(row)) continue;
      const own = this.#audiences.get(userScope(row.id as UserId));
      for (const receiver of own?.everybody() ?? []) joins.set(receiver, [scope]);
    }
    if (joins.size > 0) void this.#bringBack(joins);
  }

  async #bringBack(joins: Joins): Promise<void> {
    try {
      for (const [receiver, [scope]] of joins) {
        const scopes = await this.#options.store.scopesOf(receiver.userId);
        const out = scope === undefined || !scopes.includes(scope) || receiver.scopes.has(scope);
        if (out || !receiver.open || !receiver.greeted) joins.delete(receiver);
        else receiver.moves++;
      }
      if (joins.size > 0) await this.#bringIn(joins);
    } catch (error) {
      this.#options.fault(error);
    }
  }

  /** A person's own rows tell which channels their connections hear of. */
  #place(rows: readonly StoredRow[], audience: Audience, moves: Moves): void {
    for (const row of rows) {
      if (row.kind !== 'membership') continue;
      const scope = channelScope(row.id as ChannelId);
      const gone = isTombstone(row);
      for (const receiver of audience.everybody()) {
        if (gone) moves.leaves.push({ receiver, scope });
        else if (!receiver.scopes.has(scope)) moves.join(receiver, scope);
      }
    }
  }

  #move({ joins, leaves }: Moves): void {
    for (const { receiver, scope } of leaves) this.unsubscribe(receiver, scope);
    for (const receiver of joins.keys()) {
      receiver.moves++;
      // Whoever is still being greeted reads its scopes again.
      if (!receiver.greeted) joins.delete(receiver);
    }
    if (joins.size > 0) void this.#bringIn(joins);
  }

  async #bringIn(joins: Joins): Promise<void> {
    try {
      const heads = await this.subscribe(joins);
      for (const [index, receiver] of [...joins.keys()].entries()) {
        const scopes = heads[index]!;
        if (scopes.length === 0) continue;
        receiver.write(textFrame(JSON.stringify({ t: 'subscribed', scopes })));
      }
    } catch (error) {
      this.#options.fault(error);
      // What this node commits comes all the same; of other nodes it is told when the head is known.
      this.#admit(joins, new Map());
      for (const [receiver, scopes] of joins) {
        this.#late.set(receiver, [...(this.#late.get(receiver) ?? []), ...scopes]);
      }
    }
  }
}

const isOwn = (scope: Scope): boolean => scopeType(scope) === 'user';

const isTombstone = ({ json }: StoredRow): boolean =>
  (JSON.parse(json) as { deleted?: boolean }).deleted === true;
