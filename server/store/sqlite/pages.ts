import type { Kind } from '../../../shared/domain/registry.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import { BELONGING, fitting, type Placed } from '../history-page.ts';
import type { HistoryQuery, HistoryResult, Page, StoredRow } from '../port.ts';
import type { Db } from './database.ts';
import type { RowTable } from './rows.ts';
import type { ScopeTable } from './scopes.ts';

type Versioned = [version: number, kind: Kind, id: string, json: string];
type Found = [position: number, version: number, id: string, json: string];

const beside = (order: string, where: string): string =>
  `SELECT position, version, id, json FROM rows WHERE scope_id = ? AND ${where} ${order} LIMIT ?`;

/** Rows by version (S3, S6), and messages by position (S5). */
export class PageReader {
  readonly #scopes: ScopeTable;
  readonly #rows: RowTable;
  readonly #statements;

  constructor(db: Db, scopes: ScopeTable, rows: RowTable) {
    this.#scopes = scopes;
    this.#rows = rows;
    const inThread = `parent = ? AND kind = 'message'`;
    const [down, up] = ['ORDER BY position DESC', 'ORDER BY position'];
    this.#statements = {
      newest: db
        .prepare<[number, number, number, number]>(
          `SELECT version, kind, id, json FROM rows
           WHERE scope_id = ? AND version > ? AND version <= ? ORDER BY version DESC LIMIT ?`,
        )
        .raw(),
      before: db.prepare<(number | string)[]>(beside(down, 'position < ?')).raw(),
      after: db.prepare<(number | string)[]>(beside(up, 'position > ?')).raw(),
      repliesBefore: db
        .prepare<(number | string)[]>(beside(down, `${inThread} AND position < ?`))
        .raw(),
      repliesAfter: db
        .prepare<(number | string)[]>(beside(up, `${inThread} AND position > ?`))
        .raw(),
      below: db
        .prepare<[number, string]>(
          `SELECT version, kind, id, json FROM rows
           WHERE scope_id = ? AND parent = ? AND kind IN (${BELONGING})`,
        )
        .raw(),
    };
  }

  pull(scope: Scope, after: number, upTo: number | null, limit: number, bytes: number): Page {
    // The head is read before the rows: a row that moves on meanwhile is above it, and comes later.
    const { head, count } = this.#scopes.head(scope);
    const to = Math.max(after, Math.min(upTo ?? head, head));
    const page = { scope, head, count, to };
    const scopeId = this.#scopes.id(scope);
    if (scopeId === undefined || to <= after) return { ...page, from: after, rows: [] };
    const rows: StoredRow[] = [];
    let size = 0;
    let from = after;
    const newest = this.#statements.newest.iterate(scopeId, after, to, limit + 1);
    for (const [version, kind, id, json] of newest as IterableIterator<Versioned>) {
      size += Buffer.byteLength(json);
      if (rows.length === limit || (rows.length > 0 && size > bytes)) {
        // S6: everything above this row is here; it and the ones below it are left for later.
        from = version;
        break;
      }
      rows.push({ scope, kind, id, version, json });
    }
    return { ...page, from, rows: rows.toReversed() };
  }

  history({ scope, rootId, direction, position, limit }: HistoryQuery): HistoryResult {
    const { head } = this.#scopes.head(scope);
    const scopeId = this.#scopes.id(scope);
    if (scopeId === undefined) return { from: 0, to: head, atStart: true, atEnd: true, rows: [] };
    const { before, after, repliesBefore, repliesAfter } = this.#statements;
    const thread = rootId === null ? [] : [rootId];
    const read = (upwards: boolean, from: number, most: number): [Found[], whole: boolean] => {
      const whole = rootId === null ? [before, after] : [repliesBefore, repliesAfter];
      const found = whole[upwards ? 1 : 0]!.all(scopeId, ...thread, from, most + 1) as Found[];
      return [found.slice(0, most), found.length <= most];
    };
    // `around` shows the place itself as the first of its second half.
    const half = direction === 'around' ? Math.floor(limit / 2) : limit;
    const [earlier, atStart] = direction === 'after' ? [[], false] : read(false, position, half);
    const [later, atEnd] =
      direction === 'before'
        ? [[], false]
        : read(true, direction === 'around' ? position - 1 : position, limit - earlier.length);
    const placed = [...earlier.toReversed(), ...later].map(([at, version, id, json]): Placed => ({
      position: at,
      message: { scope, kind: 'message', id, version, json },
      belonging: this.#belonging(scopeId, scope, id),
    }));
    const shown = fitting(placed, earlier.length);
    const [first, last] = [shown[0], shown.at(-1)];
    const start = direction === 'after' ? position + 1 : (first?.position ?? position);
    const end = direction === 'before' ? position - 1 : (last?.position ?? position);
    const nothingBefore = (atStart && first === placed[0]) || start <= 1;
    const nothingAfter = (atEnd && last === placed.at(-1)) || end >= head;
    return {
      from: nothingBefore ? 0 : start,
      to: nothingAfter ? Math.max(head, last?.position ?? 0) : Math.max(0, end),
      atStart: nothingBefore,
      atEnd: nothingAfter,
      rows: [
        ...shown.map(({ message }) => message),
        ...shown.flatMap(({ belonging }) => belonging),
      ],
    };
  }

  /** A message's pin, reactions, files, poll and votes, and its thread. */
  #belonging(scopeId: number, scope: Scope, messageId: string): StoredRow[] {
    const below = this.#statements.below.all(scopeId, messageId) as Versioned[];
    const rows = below.map(([version, kind, id, json]): StoredRow => ({
      scope,
      kind,
      id,
      version,
      json,
    }));
    return [...rows, ...this.#rows.get([{ scope, kind: 'thread', id: messageId }])];
  }
}
