import { kinds } from '../../../../shared/domain/registry.ts';
import type { Message } from '../../../../shared/domain/kinds/message.ts';
import { freeRowid } from '../../../../shared/search/rowid.ts';
import { indexText, searchText } from '../../../../shared/search/tokens.ts';
import { factsOf, isIndexed } from '../../search-facts.ts';
import type { Db } from '../database.ts';
import { RowsBeside } from './beside.ts';
import { ScopeNumbers } from './scope-numbers.ts';

type MovedScope = [id: number, tick: number];
type Read = [version: number, kind: string, id: string, json: string | null];
type Doc = { rowid: number; scopeId: number; author: string; text: string; facts: string };
interface News {
  readonly scopeId: number;
  readonly id: string;
  /** Undefined: there is nothing to find in it, or no longer. */
  readonly message: Message | undefined;
}

/** A copied store's scopes stand at tick 0. */
const BEFORE_ALL = -1;

/**
 * Brings the index up to the rows: it follows each scope as a client does, by "rows newer than my
 * cursor" (S3), so that a kill at any moment loses nothing, and what it sees twice does no harm.
 */
export class IndexFollower {
  readonly #index: Db;
  readonly #beside: RowsBeside;
  readonly #statements;
  /** Of conversations, by their scopes' numbers. */
  readonly #people = new Map<number, readonly string[]>();
  /**
   * Places that this step took entries from, and so gives to none: with `secure-delete`, FTS5 would
   * lose what comes after an entry that is both removed and added before it writes.
   */
  readonly #emptied = new Set<number>();

  /** @param rows the relay's database @param index see schema.ts */
  constructor(rows: Db, index: Db) {
    this.#index = index;
    this.#beside = new RowsBeside(rows, new ScopeNumbers(rows));
    this.#statements = {
      moved: rows
        .prepare<[number]>(
          `SELECT id, tick FROM scopes WHERE tick > ? AND name >= 'channel:' AND name < 'channel;'
           ORDER BY tick`,
        )
        .raw(),
      lastTick: rows.prepare<[]>('SELECT ifnull(max(tick), 0) FROM scopes').pluck(),
      // The first scopes' names hold ids that no other workspace has.
      workspace: rows
        .prepare<[]>(`SELECT group_concat(name) FROM (SELECT name FROM scopes ORDER BY id LIMIT 4)`)
        .pluck(),
      newer: rows
        .prepare<[number, number, number]>(
          `SELECT version, kind, id, CASE WHEN kind = 'message' AND deleted = 0 THEN json END
           FROM rows WHERE scope_id = ? AND version > ? ORDER BY version LIMIT ?`,
        )
        .raw(),
      message: rows
        .prepare<[number, string]>(
          `SELECT json FROM rows
           WHERE scope_id = ? AND kind = 'message' AND id = ? AND deleted = 0`,
        )
        .pluck(),
      mark: index.prepare<[], { tick: number; of: string }>('SELECT tick, of FROM mark'),
      setMark: index.prepare<[number, string]>('INSERT INTO mark (tick, of) VALUES (?, ?)'),
      dropMark: index.prepare('DELETE FROM mark'),
      done: index.prepare<[number]>('SELECT version FROM done WHERE scope_id = ?').pluck(),
      setDone: index.prepare<[number, number]>(
        `INSERT INTO done (scope_id, version) VALUES (?, ?)
         ON CONFLICT (scope_id) DO UPDATE SET version = excluded.version`,
      ),
      doc: index.prepare<[string], Doc>(
        'SELECT rowid, scope_id AS scopeId, author, text, facts FROM docs WHERE id = ?',
      ),
      taken: index.prepare<[number]>('SELECT 1 FROM docs WHERE rowid = ?').pluck(),
      addDoc: index.prepare<[number, number, string, string, string, string]>(
        'INSERT INTO docs (rowid, scope_id, id, author, text, facts) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      dropDoc: index.prepare<[number]>('DELETE FROM docs WHERE rowid = ?'),
      add: index.prepare<[number, string]>('INSERT INTO terms (rowid, tokens) VALUES (?, ?)'),
      drop: index.prepare<[number, string]>(
        `INSERT INTO terms (terms, rowid, tokens) VALUES ('delete', ?, ?)`,
      ),
      clear: index.prepare(`INSERT INTO terms (terms) VALUES ('delete-all')`),
    };
  }

  /** Takes up at most so many rows, in one transaction. True: there are more. */
  step(limit: number): boolean {
    return this.#index.transaction(() => this.#step(limit)).immediate();
  }

  #step(limit: number): boolean {
    const { moved, newer, done, setDone } = this.#statements;
    this.#emptied.clear();
    const { tick, workspace } = this.#begin();
    const changed: News[] = [];
    let [left, reached, whole] = [limit, tick, true];
    for (const [scopeId, movedAt] of moved.all(tick) as MovedScope[]) {
      const from = (done.get(scopeId) as number | undefined) ?? 0;
      const rows = newer.all(scopeId, from, left) as Read[];
      changed.push(...this.#news(scopeId, rows));
      if (rows.length > 0) setDone.run(scopeId, rows.at(-1)![0]);
      left -= rows.length;
      if (left === 0) {
        // Others may have moved at the same tick, so it is not over.
        reached = movedAt - 1;
        whole = false;
        break;
      }
      reached = movedAt;
    }
    // FTS5 begins a segment wherever rowids go down, so they go up.
    changed.sort((a, b) => (a.message?.createdAt ?? 0) - (b.message?.createdAt ?? 0));
    for (const one of changed) this.#put(one);
    if (reached > tick) this.#mark(reached, workspace);
    return !whole;
  }

  /** Messages that changed, and those that a row beside them says something else of; each once. */
  #news(scopeId: number, rows: readonly Read[]): News[] {
    const read = new Map<string, string | null>();
    for (const [, kind, id, json] of rows) if (kind === 'message') read.set(id, json);
    for (const [, kind, id] of rows) {
      if (!isIndexed(kind) || read.has(id)) continue;
      read.set(id, (this.#statements.message.get(scopeId, id) as string | undefined) ?? null);
    }
    return [...read].map(([id, json]) => ({ scopeId, id, message: readable(json) }));
  }

  /** Where it stands. An index of another workspace, or ahead of restored rows, begins anew. */
  #begin(): { tick: number; workspace: string } {
    const { mark, lastTick, workspace, clear } = this.#statements;
    const of = (workspace.get() as string | null) ?? '';
    const at = mark.get();
    if (at === undefined) return { tick: BEFORE_ALL, workspace: of };
    if (of.startsWith(at.of) && at.tick <= (lastTick.get() as number)) {
      return { tick: at.tick, workspace: of };
    }
    clear.run();
    this.#people.clear();
    this.#index.exec('DELETE FROM docs; DELETE FROM done; DELETE FROM mark');
    return { tick: BEFORE_ALL, workspace: of };
  }

  #mark(tick: number, workspace: string): void {
    this.#statements.dropMark.run();
    this.#statements.setMark.run(tick, workspace);
  }

  #put({ scopeId, id, message }: News): void {
    const { doc, taken, addDoc, dropDoc, add, drop } = this.#statements;
    const text = message === undefined ? undefined : kinds.message.words?.(message);
    const folded = text ? searchText(text) : undefined;
    const more = message === undefined ? [] : this.#factsOf(message, scopeId);
    const facts = more.join(' ');
    const known = doc.get(id);
    if (known !== undefined) {
      if (known.text === folded && known.facts === facts) return;
      const { author: authorId, scopeId: place } = known;
      const before = known.facts === '' ? [] : known.facts.split(' ');
      drop.run(known.rowid, indexText({ folded: known.text, authorId, scopeId: place }, before));
      dropDoc.run(known.rowid);
      this.#emptied.add(known.rowid);
    }
    if (message === undefined || folded === undefined) return;
    const { authorId, createdAt } = message;
    const rowid = freeRowid(createdAt, (at) => this.#emptied.has(at) || taken.get(at) === 1);
    addDoc.run(rowid, scopeId, id, authorId, folded, facts);
    add.run(rowid, indexText({ folded, authorId, scopeId }, more));
  }

  #factsOf(message: Message, scopeId: number): string[] {
    let people = this.#people.get(scopeId);
    if (people === undefined) {
      people = this.#beside.peopleOf(scopeId);
      this.#people.set(scopeId, people);
    }
    return factsOf(message, { ...this.#beside.marksOf(scopeId, message.id), people });
  }
}

const readable = (json: string | null): Message | undefined =>
  json === null ? undefined : (JSON.parse(json) as Message);
