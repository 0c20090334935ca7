import type { ArgsOf, CommandName } from '../../../shared/commands/registry.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { isCompanyKind, type Kind, type Row } from '../../../shared/domain/registry.ts';
import type { Tombstone } from '../../../shared/domain/row.ts';
import {
  channelOf,
  channelScope,
  orgScope,
  userScope,
  type Scope,
} from '../../../shared/domain/scope.ts';
import type { Ack } from '../../../shared/protocol/down/acks.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import type { WireRow } from '../../../shared/protocol/wire-row.ts';
import { matches } from '../../../shared/search/match.ts';
import type { Beside } from '../../../shared/search/standing.ts';
import { makeTerm } from '../../../shared/search/terms.ts';
import type { Wanted } from '../../../shared/search/wanted.ts';
import type { Ran } from '../../../shared/testing/memory-work.ts';
import { Office, people } from '../../../shared/testing/office.ts';
import { RelayLine } from './relay-line.ts';

export type Person = keyof typeof people;
type Change = Ran['wrote'][number];

/** A relay in memory: the very commands, numbered scopes (S2), pages (S6), frames (S4), and outcomes (S1). */
export class FakeRelay extends Office {
  directory: 'full' | 'lazy' = 'full';
  /** Whether an acknowledgement leaves before the rows that it names. */
  acksFirst = false;
  /** In what order the frames of one command's scopes leave. */
  scopesReversed = false;
  /** No page holds more rows than this, whatever was asked for. */
  pageRows = 500;
  readonly lines = new Set<RelayLine>();
  readonly #scopes = new Map<Scope, Map<string, Row | Tombstone>>();
  readonly #outcomes = new Map<string, Ack>();

  constructor() {
    super();
    for (const row of this.work.all(orgScope, 'user')) this.#keep({ scope: orgScope, row });
  }

  /** Lays down a row without any command, and tells of it. */
  lay(scope: Scope, row: Parameters<typeof this.work.put>[1]): void {
    const from = this.work.head(scope);
    this.work.put(scope, row);
    const made = { scope, row: { ...row, version: from + 1 } };
    this.#keep(made);
    this.#publish([made], new Map([[scope, from]]));
  }

  override do<N extends CommandName>(who: Person, name: N, args: ArgsOf<N>, op?: OpId): Ran {
    const heads = this.#heads();
    const ran = op === undefined ? super.do(who, name, args) : super.do(who, name, args, op);
    for (const change of ran.wrote) this.#keep(change);
    const ack = this.#ack(who, ran);
    const actors = [...this.lines].filter((line) => line.awaits(this.lastOp));
    if (this.acksFirst) for (const line of actors) line.push({ t: 'acks', acks: [ack] });
    this.#publish(ran.wrote, heads);
    if (!this.acksFirst) for (const line of actors) line.push({ t: 'acks', acks: [ack] });
    this.#outcomes.set(this.lastOp, ack);
    return ran;
  }

  /** S1: a repeated command gets its first outcome. */
  outcome(op: string): Ack | undefined {
    return this.#outcomes.get(op);
  }

  /** How many commands were carried out or refused, each once. */
  get outcomes(): number {
    return this.#outcomes.size;
  }

  connect(who: Person): RelayLine {
    const line = new RelayLine(this, who);
    this.lines.add(line);
    return line;
  }

  welcome(line: RelayLine): Down<'welcome'> {
    return {
      t: 'welcome',
      protocol: 1,
      server: 'fake',
      userId: line.userId,
      time: this.now,
      directory: this.directory,
      expires: this.now + 3_600_000,
      leaseDays: 30,
      scopes: [...this.scopesOf(line.who)].map((scope) => this.headOf(scope)),
    };
  }

  headOf(scope: Scope): { scope: Scope; head: number; count: number } {
    return { scope, head: this.work.head(scope), count: this.work.count(scope) };
  }

  scopesOf(who: Person): Set<Scope> {
    const scopes = new Set<Scope>([orgScope, userScope(people[who])]);
    for (const scope of this.#scopes.keys()) {
      if (channelOf(scope) !== undefined && this.#isMember(who, scope)) scopes.add(scope);
    }
    return scopes;
  }

  mayRead(who: Person, scope: Scope): boolean {
    return this.scopesOf(who).has(scope);
  }

  /** All rows and tombstones of a scope, ascending by version. */
  rows(scope: Scope): (Row | Tombstone)[] {
    const rows = [...(this.#scopes.get(scope)?.values() ?? [])];
    return rows.sort((a, b) => a.version - b.version);
  }

  page({ id, scope, after, upTo, limit: asked }: Up<'pull'>): Down<'page'> {
    const limit = Math.min(asked, this.pageRows);
    const { head, count } = this.headOf(scope);
    const to = Math.max(after, Math.min(upTo ?? head, head));
    const all = this.rows(scope).filter((row) => row.version > after && row.version <= to);
    const rows = all.slice(-limit) as WireRow[];
    const from = all.at(-limit - 1)?.version ?? after;
    return { t: 'page', id, scope, from, to, head, count, rows };
  }

  history(question: Up<'history'>): Down<'history'> {
    const { id, channelId, rootId, direction, position } = question;
    const limit = Math.min(question.limit, this.pageRows);
    const scope = channelScope(channelId);
    const { head } = this.headOf(scope);
    const all = this.work
      .all(scope, 'message')
      .filter((one) => rootId === null || one.rootId === rootId)
      .sort((a, b) => a.position - b.position);
    const first = direction === 'after' ? position + 1 : position;
    const half = direction === 'around' ? Math.floor(limit / 2) : limit;
    const before = direction === 'after' ? [] : all.filter((one) => one.position < first);
    const after = direction === 'before' ? [] : all.filter((one) => one.position >= first);
    const earlier = before.slice(-half);
    const later = after.slice(0, limit - earlier.length);
    const found = [...earlier, ...later];
    const atStart = direction !== 'after' && earlier.length === before.length;
    const atEnd = direction !== 'before' && later.length === after.length;
    const low = direction === 'after' ? first : (found[0]?.position ?? first);
    const high = direction === 'before' ? position - 1 : (found.at(-1)?.position ?? position);
    const ids = new Set(found.map((one) => one.id));
    const beside = (['reaction', 'file', 'preview', 'revision'] as const)
      .flatMap((kind) => this.work.all(scope, kind))
      .filter((one) => ids.has(one.messageId));
    const threads = this.work.all(scope, 'thread').filter((one) => ids.has(one.id));
    return {
      t: 'history',
      id,
      channelId,
      rootId,
      from: atStart ? 0 : low,
      to: atEnd ? head : Math.min(high, head),
      atStart,
      atEnd,
      rows: [...found, ...beside, ...threads],
    };
  }

  /** Newest first by their places in their channels, which is enough for one channel at a time. */
  search(who: Person, question: Up<'search'>): Down<'hits'> {
    const wanted: Wanted = {
      ...question,
      terms: question.terms.map(({ text, ...how }) => makeTerm(text, how)),
      span: { from: question.from ?? -Infinity, to: question.to ?? Infinity },
      ...{ to: question.saidTo, notTo: question.notSaidTo },
    };
    const beside = this.#beside(who);
    const all = [...this.scopesOf(who)].flatMap((scope) => {
      const channelId = channelOf(scope);
      if (channelId === undefined) return [];
      return this.work
        .all(scope, 'message')
        .filter((row) => matches(wanted, 'words', row, channelId, beside))
        .map((row) => ({ channelId, row }));
    });
    all.sort((a, b) => b.row.createdAt - a.row.createdAt || b.row.position - a.row.position);
    const first = Number(question.after ?? 0);
    const end = first + question.limit;
    return {
      ...{ t: 'hits', id: question.id, mode: 'words', hits: all.slice(first, end) },
      next: end < all.length ? String(end) : null,
    };
  }

  #beside(who: Person): Beside {
    const own = userScope(people[who]);
    const { work } = this;
    const inChannel = (kind: Kind, id: string, channelId: string) =>
      work.get(channelScope(channelId as ChannelId), kind, id);
    return {
      reader: people[who],
      pinned: (id, channelId) => inChannel('pin', id, channelId) !== undefined,
      task: (id, channelId) => inChannel('task', id, channelId) !== undefined,
      saved: (id) => work.get(own, 'saved', id)?.done === false,
      answered: (id, channelId) => inChannel('thread', id, channelId) !== undefined,
      readTo: (channelId) => work.get(own, 'marker', channelId)?.position ?? 0,
      threadReadTo: (rootId) => work.get(own, 'follow', rootId)?.readTo,
      people: () => [],
    };
  }

  #heads(): Map<Scope, number> {
    return new Map([...this.#scopes.keys()].map((scope) => [scope, this.work.head(scope)]));
  }

  /** Of a large company's directory only what everybody keeps comes by itself, and one's own row. */
  #tellCompany(line: RelayLine, changes: readonly Change[]): void {
    const told = changes.filter(
      ({ scope, row: { kind, id } }) =>
        scope === orgScope && (isCompanyKind(kind) || id === line.userId),
    );
    if (told.length > 0) line.push({ t: 'company', rows: told.map(({ row }) => row as WireRow) });
  }

  #isMember(who: Person, scope: Scope): boolean {
    return this.work.get(scope, 'member', people[who]) !== undefined;
  }

  #keep({ scope, row }: Change): void {
    const rows = this.#scopes.get(scope) ?? new Map<string, Row | Tombstone>();
    this.#scopes.set(scope, rows.set(`${row.kind}/${row.id}`, row));
  }

  #ack(who: Person, ran: Ran): Ack {
    const op = this.lastOp;
    if (ran.refusal !== undefined) return { op, ok: false, refusal: ran.refusal };
    const own: Scope[] = [orgScope, userScope(people[who])];
    const at: Record<string, number> = {};
    for (const { scope, row } of ran.wrote) {
      if (own.includes(scope) || this.#isMember(who, scope)) at[scope] = row.version;
    }
    return { op, ok: true, at };
  }

  /**
   * S4: one frame a scope, to whoever followed it before. Who came into a channel by this change
   * hears that alone, and pulls the channel; who was put out hears no more of it (S11).
   */
  #publish(changes: readonly Change[], heads: ReadonlyMap<Scope, number>): void {
    const scopes = [...new Set(changes.map(({ scope }) => scope))].filter((s) => s !== 'registry');
    if (this.scopesReversed) scopes.reverse();
    for (const line of this.lines) {
      if (this.directory === 'lazy') this.#tellCompany(line, changes);
      for (const scope of scopes) {
        if (!line.follows.has(scope) || !this.mayRead(line.who, scope)) continue;
        const from = heads.get(scope) ?? 0;
        const { head, count } = this.headOf(scope);
        const rows = this.rows(scope).filter((row) => row.version > from) as WireRow[];
        line.push({ t: 'rows', scope, from, to: head, count, rows });
      }
      line.refollow();
    }
  }
}
