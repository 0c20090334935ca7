import { commands, type CommandName } from '../../../shared/commands/registry.ts';
import type { NewRow, Work } from '../../../shared/commands/command.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { scheduledMessageId } from '../../../shared/domain/kinds/scheduled.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { voteId } from '../../../shared/domain/kinds/vote.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import type { Kind, Row, Rows } from '../../../shared/domain/registry.ts';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import { channelOf, channelScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { CachedRows } from '../cache/rows.ts';
import type { Scopes } from '../cache/scopes.ts';
import type { Entry, Outbox } from '../outbox/outbox.ts';

const VERSIONS_PER_COMMAND = 512;

const SEATING: ReadonlySet<CommandName> = new Set([
  'channel.create',
  'channel.join',
  'conversation.open',
]);

/**
 * S5: where what a command makes stands: by the order of writing, and the same however often the
 * overlay is made anew.
 */
export const unsentPosition = (seq: number): number => FIRST_UNSENT + seq * VERSIONS_PER_COMMAND;

export interface Shown {
  /** null: the pending commands remove it. */
  readonly row: Row | null;
  /** The newest command that wrote it. */
  readonly entry: Entry;
}

const keyOf = (kind: Kind, id: string): string => `${kind}/${id}`;

/**
 * S8: what is shown = confirmed rows + pending commands. The overlay holds only what the pending
 * commands put on top, made by running the very functions that the relay will run. It is never
 * stored and never undone: when the outbox or a row below changes, it is made anew on next use.
 */
export class Overlay {
  readonly #rows: CachedRows;
  readonly #scopes: Scopes;
  readonly #outbox: Outbox;
  readonly #actor: Actor;
  #layers = new Map<Scope, Map<string, Shown>>();
  #counts = new Map<Scope, number>();
  #stale = true;
  /** Confirmed rows that were read while the overlay is made anew. */
  #read: Map<string, Row | undefined> | null = null;

  constructor(rows: CachedRows, scopes: Scopes, outbox: Outbox, actor: Actor) {
    this.#rows = rows;
    this.#scopes = scopes;
    this.#outbox = outbox;
    this.#actor = actor;
  }

  invalidate(): void {
    this.#stale = true;
  }

  /** A command was just written: puts it on top, and names the scopes that it touched. */
  add(entry: Entry): Set<Scope> {
    // Anew where something below moved, or where it took an earlier command's place.
    if (entry.supersedes !== null) this.#stale = true;
    if (!this.#stale) return this.#run(entry);
    this.#refresh();
    const touched = [...this.#layers].filter(([, layer]) =>
      [...layer.values()].some((shown) => shown.entry.op === entry.op),
    );
    return new Set(touched.map(([scope]) => scope));
  }

  get<K extends Kind>(scope: Scope, kind: K, id: string): Rows[K] | undefined {
    const shown = this.shown(scope, kind, id);
    if (shown === undefined) return this.#rows.get(scope, kind, id);
    return (shown.row as Rows[K] | null) ?? undefined;
  }

  /** What the pending commands say of a row; undefined where they say nothing. */
  shown(scope: Scope, kind: Kind, id: string): Shown | undefined {
    this.#refresh();
    return this.#layers.get(scope)?.get(keyOf(kind, id));
  }

  /** Confirmed and pending rows of one kind in a scope. */
  list<K extends Exclude<Kind, 'message'>>(scope: Scope, kind: K): Rows[K][] {
    this.#refresh();
    const confirmed = this.#rows.list(scope, kind);
    if (!this.#layers.has(scope)) return confirmed;
    const result = new Map(confirmed.map((row) => [row.id, row]));
    for (const [id, row] of this.layer(scope, kind)) {
      if (row === null) result.delete(id);
      else result.set(id, row);
    }
    return [...result.values()];
  }

  /** What the pending commands say of a scope's rows of one kind, by id; null: removed. */
  *layer<K extends Kind>(scope: Scope, kind: K): Generator<[string, Rows[K] | null]> {
    this.#refresh();
    const prefix = `${kind}/`;
    for (const [key, { row }] of this.#layers.get(scope) ?? []) {
      if (key.startsWith(prefix)) yield [key.slice(prefix.length), row as Rows[K] | null];
    }
  }

  /** Messages that exist only here yet, in the order of writing. */
  newMessages(scope: Scope): Message[] {
    this.#refresh();
    const found: Message[] = [];
    for (const { row } of this.#layers.get(scope)?.values() ?? []) {
      if (row?.kind === 'message' && row.position >= FIRST_UNSENT) found.push(row);
    }
    return found.sort((a, b) => a.position - b.position);
  }

  /** Every pending message in any channel, new or changed; search looks through them. */
  *messages(): Generator<{ scope: Scope; row: Message }> {
    this.#refresh();
    for (const [scope, layer] of this.#layers) {
      for (const { row } of layer.values()) if (row?.kind === 'message') yield { scope, row };
    }
  }

  /** The channel's countable messages, pending ones included. */
  count(scope: Scope): number {
    this.#refresh();
    return this.#counts.get(scope) ?? this.#scopes.find(scope)?.count ?? 0;
  }

  #refresh(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#layers = new Map();
    this.#counts = new Map();
    // Commands of one channel read the same few rows; nothing below changes meanwhile.
    this.#read = new Map();
    try {
      for (const entry of this.#outbox.entries()) this.#run(entry);
    } finally {
      this.#read = null;
    }
  }

  #run(entry: Entry): Set<Scope> {
    const touched = new Set<Scope>();
    if (entry.state === 'refused' || this.#applied(entry)) return touched;
    const spec = commands.get(entry.name);
    if (spec === undefined) return touched;
    const puts: { scope: Scope; kind: Kind; id: string; row: Row | null }[] = [];
    const counts = new Map<Scope, number>();
    let next = unsentPosition(entry.seq);
    const own = (scope: Scope, kind: Kind, id: string) =>
      puts.findLast((put) => put.scope === scope && put.kind === kind && put.id === id);
    const work: Work = {
      actor: this.#actor,
      now: entry.createdAt,
      op: entry.op,
      get: <K extends Kind>(scope: Scope, kind: K, id: string) => {
        const put = own(scope, kind, id);
        if (put !== undefined) return (put.row as Rows[K] | null) ?? undefined;
        return this.#isHalf(entry, scope, kind, id) ? undefined : this.#below(scope, kind, id);
      },
      put: (scope, row: NewRow) => {
        puts.push({ scope, kind: row.kind, id: row.id, row: { ...row, version: next++ } });
      },
      remove: (scope, kind, id) => void puts.push({ scope, kind, id, row: null }),
      nextVersion: () => next,
      countMessage: (scope, by) => {
        const count = (counts.get(scope) ?? this.#counts.get(scope) ?? this.#known(scope)) + by;
        counts.set(scope, count);
        return count;
      },
    };
    // What the client knows may be old: a command that it would refuse is left to the relay.
    if (spec.run(work, entry.args as never) !== undefined) return touched;
    for (const { scope, kind, id, row } of puts) {
      if (row?.kind === 'message' && row.position >= FIRST_UNSENT && this.#has(id)) continue;
      let layer = this.#layers.get(scope);
      if (layer === undefined) this.#layers.set(scope, (layer = new Map<string, Shown>()));
      layer.set(keyOf(kind, id), { row, entry });
      touched.add(scope);
    }
    for (const [scope, count] of counts) this.#counts.set(scope, count);
    return touched;
  }

  #known(scope: Scope): number {
    return this.#scopes.find(scope)?.count ?? 0;
  }

  /** What stands below a command: earlier ones, then the confirmed row. */
  #below<K extends Kind>(scope: Scope, kind: K, id: string): Rows[K] | undefined {
    const shown = this.#layers.get(scope)?.get(keyOf(kind, id));
    if (shown !== undefined) return (shown.row as Rows[K] | null) ?? undefined;
    if (this.#read === null) return this.#rows.get(scope, kind, id);
    const key = `${scope}/${keyOf(kind, id)}`;
    if (!this.#read.has(key)) this.#read.set(key, this.#rows.get(scope, kind, id));
    return this.#read.get(key) as Rows[K] | undefined;
  }

  #has(messageId: string): boolean {
    return this.#rows.message(messageId) !== undefined;
  }

  /**
   * Whether the rows below already hold what the command did, though its acknowledgement has not
   * come or not all of its rows have. Other commands may run twice: they state, and do not add.
   */
  #applied(entry: Entry): boolean {
    const args = entry.args as { messageId?: string; id?: string; channelId?: ChannelId };
    switch (entry.name) {
      case 'message.send':
      case 'message.forward':
        return this.#has(entry.op);
      case 'scheduled.add':
        return this.#has(scheduledMessageId(entry.op));
      case 'scheduled.send':
        return this.#has(scheduledMessageId(args.id ?? ''));
      case 'message.edit':
      case 'message.delete':
        return this.#rows.message(args.messageId ?? '')?.op === entry.op;
      case 'poll.vote':
        return this.#voted(entry, args.channelId!, args.messageId ?? '');
      default:
        return false;
    }
  }

  /** An anonymous vote is counted in the poll's row: on top of itself it would count twice. */
  #voted({ op }: Entry, channelId: ChannelId, messageId: string): boolean {
    const { userId } = this.#actor;
    return [channelScope(channelId), userScope(userId)].some(
      (scope) => this.#rows.get(scope, 'vote', voteId(messageId, userId))?.op === op,
    );
  }

  /**
   * What makes a channel or takes a seat in it changes several scopes, and their rows come one
   * scope after the other (S2). Until all are here, the part that came first must not make the
   * command look done, or the channel would vanish for a moment (S8).
   */
  #isHalf(entry: Entry, scope: Scope, kind: Kind, id: string): boolean {
    if (!SEATING.has(entry.name)) return false;
    if (kind === 'channel') return entry.name === 'channel.create' && id === (entry.op as string);
    const channel = kind === 'member' && id === this.#actor.userId ? channelOf(scope) : undefined;
    if (channel === undefined) return false;
    return this.#below(userScope(this.#actor.userId), 'membership', channel) === undefined;
  }
}
