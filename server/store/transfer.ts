import type { Account, Invite, Session } from './accounts.ts';
import type { ScopeHead, StoredRow } from './port.ts';

/** A row with what its store looks it up by. */
export interface RowRecord extends StoredRow {
  readonly deleted: boolean;
  readonly position: number | null;
  readonly parent: string | null;
}

/** S1: an outcome as it is kept. */
export interface OpRecord {
  readonly op: string;
  readonly actor: string;
  readonly name: string;
  /** JSON. */
  readonly outcome: string;
}

export interface SettingRecord {
  readonly key: string;
  readonly value: string;
}

/** Everything that a store holds and cannot make anew. What engines derive from it is not here. */
export interface Records {
  readonly scopes: ScopeHead;
  readonly rows: RowRecord;
  readonly ops: OpRecord;
  readonly accounts: Account;
  readonly sessions: Session;
  readonly invites: Invite;
  readonly settings: SettingRecord;
}
export type Table = keyof Records;

type Fields = { readonly [T in Table]: readonly (keyof Records[T])[] };

/** Each table's fields, the key first: records are told and compared in this form and order. */
export const fields: Fields = {
  scopes: ['scope', 'head', 'count'],
  rows: ['scope', 'version', 'kind', 'id', 'deleted', 'position', 'parent', 'json'],
  ops: ['op', 'actor', 'name', 'outcome'],
  accounts: ['userId', 'name', 'passwordHash'],
  sessions: [
    ...(['id', 'userId', 'deviceId', 'deviceName', 'refreshHash', 'previousHash'] as const),
    ...(['createdAt', 'seenAt', 'endedAt'] as const),
  ],
  invites: ['codeHash', 'userId', 'expiresAt', 'usedAt'],
  settings: ['key', 'value'],
};

export const tables = Object.keys(fields) as readonly Table[];

/** Some records of one table. */
export type Batch = {
  readonly [T in Table]: { readonly table: T; readonly records: readonly Records[T][] };
}[Table];

/**
 * A whole workspace, for moving it between engines. Unlike the store's port it is not for use while
 * a relay runs: what that writes meanwhile stays behind.
 */
export interface Transferable {
  /**
   * All of it as it is at one moment: table by table in the order of `tables`, each by its key and
   * that by bytes; rows by scope and version.
   */
  dump(): AsyncIterable<Batch>;
  /**
   * Runs `fill` on an empty store in one transaction, which is kept where it succeeds. Scopes come
   * before their rows.
   *
   * @throws {StoreNotEmpty} where there is anything
   */
  load(fill: (loading: Loading) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface Loading {
  put(batch: Batch): Promise<void>;
  /** What was put so far, as `dump`. */
  dump(): AsyncIterable<Batch>;
}

/** Nothing was changed. */
export class StoreNotEmpty extends Error {
  override readonly name = 'StoreNotEmpty';

  constructor(table: Table) {
    super(`the target is in use: it holds ${table}`);
  }
}
