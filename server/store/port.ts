import type { OpId, UserId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import type { Kind } from '../../shared/domain/registry.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import type { Scope } from '../../shared/domain/scope.ts';
import type { AnySpec, Key } from '../../shared/commands/command.ts';
import type { AccountStore } from './accounts.ts';
import type { SearchPage, SearchQuestion } from './search.ts';

/** A row as the store keeps it: `json` is the whole row in its wire form, made once, sent as it is. */
export interface StoredRow {
  readonly scope: Scope;
  readonly kind: Kind;
  readonly id: string;
  readonly version: number;
  readonly json: string;
}

/** S2: a scope's counter. `count` is the number of its countable messages. */
export interface ScopeHead {
  readonly scope: Scope;
  readonly head: number;
  readonly count: number;
}

/** A command whose name was looked up and whose arguments were parsed. */
export interface Submitted {
  readonly op: OpId;
  readonly actor: Actor;
  readonly spec: AnySpec;
  readonly args: never;
}

export type Outcome =
  | { readonly ok: true; readonly at: Record<string, number> }
  | { readonly ok: false; readonly refusal: Refusal };

/** What one group changed in one scope; its rows ascending by version, each row once. */
export interface ScopeChange extends ScopeHead {
  /** The head before the group (S4). `head` is the one after it. */
  readonly from: number;
  readonly rows: readonly StoredRow[];
}

export interface GroupResult {
  /** One for each command, in order. */
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly ScopeChange[];
}

/** S3, S6: all rows with `from < version <= to`, ascending by version. */
export interface Page extends ScopeHead {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly StoredRow[];
}

export interface HistoryQuery {
  readonly scope: Scope;
  /** With a value: only the replies of that thread. */
  readonly rootId: string | null;
  readonly direction: 'around' | 'before' | 'after';
  readonly position: number;
  readonly limit: number;
}

export interface HistoryResult {
  readonly from: number;
  readonly to: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Messages ascending by position, then the rows that belong to them. */
  readonly rows: readonly StoredRow[];
}

/**
 * The relay's memory. SQLite and Postgres implement it and pass one contract suite, which cites
 * the S rules. Every method may fail with `StoreUnavailable`; nothing else is thrown on purpose.
 */
export interface Store {
  /**
   * Carries out a group of commands in one transaction and answers after its commit is durable
   * (S10). Each command sees what those before it in the group did. A refused command leaves
   * nothing behind but its outcome. A repeated `op` gets its stored outcome (S1), and `id_taken`
   * where the op belongs to somebody else or to another command.
   *
   * @param behind handed over before the group before it was answered (`commitsBehind`): it is
   *   carried out after that one, and where that one failed it is `StoreUnavailable` (S7)
   */
  commit(group: readonly Submitted[], now: number, behind?: boolean): Promise<GroupResult>;
  /** Whether the commit of this group would leave this thread free. Never where there is none. */
  readonly commitsBeside?: (group: readonly Submitted[]) => boolean;
  /**
   * Whether a group is under way, and this one may be handed over behind it. Never where there is
   * none.
   */
  readonly commitsBehind?: (group: readonly Submitted[]) => boolean;

  /** S3, S6: the newest rows of a range of versions, at most so many rows and bytes. */
  pull(
    scope: Scope,
    after: number,
    upTo: number | null,
    limit: number,
    bytes: number,
  ): Promise<Page>;
  history(query: HistoryQuery): Promise<HistoryResult>;
  /** The rows of these keys that exist, in no order. Tombstones are not given. */
  get(keys: readonly Key[]): Promise<StoredRow[]>;
  /** All rows of one kind in a scope with `id > after`, ascending by id. */
  list(scope: Scope, kind: Kind, after: string, limit: number): Promise<StoredRow[]>;
  /** Live people, or public channels that are not archived, whose names hold the words. */
  findPeople(query: string, after: string, limit: number): Promise<StoredRow[]>;
  findChannels(query: string, after: string, limit: number): Promise<StoredRow[]>;

  /**
   * Messages by their words, newest first, as they are now. What was just written is found where
   * the index has no long way to go (`indexWords`).
   */
  search(question: SearchQuestion): Promise<SearchPage>;
  /**
   * Takes a step in bringing the search index up to what was written, beside the commits that
   * wrote it. True: there is more to do. Several nodes may ask; one at a time does it.
   */
  indexWords(): Promise<boolean>;

  /** Heads of these scopes; a scope that nothing was written to has head 0. */
  heads(scopes: readonly Scope[]): Promise<ScopeHead[]>;
  /** Org, the person's own, and each channel that they are a member of. */
  scopesOf(userId: UserId): Promise<Scope[]>;
  /**
   * S13, the backstop: scopes that another process moved beyond what this one last saw through
   * `commit` or `moved`. Cheap when nothing happened.
   */
  moved(): Promise<ScopeHead[]>;

  readonly accounts: AccountStore;
  close(): Promise<void>;
}

/** The disk is full, the database is gone: nothing was changed; try again later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
