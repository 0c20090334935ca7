import type { Clock } from '../../../shared/domain/clock.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { kinds } from '../../../shared/domain/registry.ts';
import { isDamage } from '../cache/cache-error.ts';
import type { Db } from '../cache/open.ts';
import type { Said, SearchIndex } from '../cache/search-index.ts';
import { indexText, searchText } from '../../../shared/search/tokens.ts';

/** Messages that go into the index at a time: alone, one costs as much as fifty together. */
const BATCH = 2_000;
/** With fewer, the index waits for this much quiet, ms. */
const QUIET_MS = 400;
/** Most that search looks through beside the index. */
const MOST_WAITING = 2 * BATCH;
/** Removing words from within the file takes milliseconds each; of more, the file is tidied after. */
const MOST_REMOVED_AT_ONCE = 40;
/** Pages that one step of tidying writes: some ten milliseconds. */
const TIDY_PAGES = 64;

/** Moves when a text would be indexed otherwise; the index is then made anew, newest first. */
const INDEX_VERSION = '1';

/** A message that is not in the index yet: its text as it is searched, where it was said, by whom. */
interface Waiting extends Said {
  readonly folded: string;
}

const textOf = (json: string): string | undefined =>
  kinds.message.words?.(JSON.parse(json) as Message) || undefined;

/**
 * The full-text index over the cached messages. A new message is noted in the transaction of its
 * row and indexed with others a moment later; until then search reads it from `waiting`. What is
 * removed leaves the index in the transaction of its row.
 */
export class FtsIndex implements SearchIndex {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #statements;
  readonly #waiting = new Map<number, Waiting>();
  #cancel: (() => void) | null = null;
  /** A page of the index does not open any more. */
  onDamage: () => void = () => undefined;
  /** Told after each change that is not part of somebody else's. */
  onCommit: () => void = () => undefined;
  #removed = 0;
  /**
   * Places that this transaction took entries from: with `secure-delete`, FTS5 loses what comes
   * after an entry that is both removed and added before it writes. They wait for the next batch.
   */
  readonly #emptied = new Set<number>();
  #tidy: 'clean' | 'needed' | 'begun' = 'clean';

  constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    const told = (command: string) =>
      db.prepare<[bigint]>(`INSERT INTO terms (terms, rank) VALUES ('${command}', ?)`);
    this.#statements = {
      add: db.prepare<[number, string]>('INSERT INTO terms (rowid, tokens) VALUES (?, ?)'),
      remove: db.prepare<[number, string]>(
        `INSERT INTO terms (terms, rowid, tokens) VALUES ('delete', ?, ?)`,
      ),
      clear: db.prepare(`INSERT INTO terms (terms) VALUES ('delete-all')`),
      // FTS5 takes integers alone here, and a bound number is none.
      setSecure: told('secure-delete'),
      merge: told('merge'),
      secure: db.prepare<[]>(`SELECT v FROM terms_config WHERE k = 'secure-delete'`).pluck(),
      row: db.prepare<[number], { json: string; scopeId: number; authorId: string }>(
        'SELECT json, scope_id AS scopeId, author_id AS authorId FROM messages WHERE place = ?',
      ),
      wait: db.prepare<[number]>('INSERT OR IGNORE INTO unindexed (rowid) VALUES (?)'),
      waitAll: db.prepare('INSERT OR IGNORE INTO unindexed (rowid) SELECT place FROM messages'),
      done: db.prepare<[number]>('DELETE FROM unindexed WHERE rowid = ?'),
      newest: db
        .prepare<[number]>('SELECT rowid FROM unindexed ORDER BY rowid DESC LIMIT ?')
        .pluck(),
      changes: db.prepare<[]>('SELECT total_changes()').pluck(),
      version: db.prepare<[]>(`SELECT value FROM meta WHERE key = 'searchIndex'`).pluck(),
      setVersion: db.prepare<[string]>(
        `INSERT OR REPLACE INTO meta (key, value) VALUES ('searchIndex', ?)`,
      ),
    };
    this.#checkVersion();
    if (this.#statements.secure.get() !== 1) this.#tidy = 'needed';
    this.#load();
    this.#schedule();
  }

  /** Messages that the index does not hold yet, by their places, in no order. */
  get waiting(): ReadonlyMap<number, Waiting> {
    return this.#waiting;
  }

  /** The row is new, or was removed before. */
  add(rowid: number, text: string, { scopeId, authorId }: Said): void {
    this.#statements.wait.run(rowid);
    this.#waiting.set(rowid, { folded: searchText(text), scopeId, authorId });
  }

  /** Call it before the row changes or goes: the index is told what to forget. */
  remove(rowid: number): void {
    this.#waiting.delete(rowid);
    if (this.#statements.done.run(rowid).changes > 0) return;
    const row = this.#statements.row.get(rowid);
    const text = row === undefined ? undefined : textOf(row.json);
    if (row === undefined || text === undefined) return;
    if (++this.#removed === MOST_REMOVED_AT_ONCE) this.#setSecure(false);
    this.#emptied.add(rowid);
    this.#statements.remove.run(rowid, indexText({ folded: searchText(text), ...row }));
  }

  /** The last step of a transaction that added or removed. */
  flush(): void {
    this.#removed = 0;
    if (this.#waiting.size >= BATCH) this.#indexWaiting();
    this.#emptied.clear();
    this.#schedule();
  }

  /** The transaction was rolled back: takes up what the database says. */
  forget(): void {
    this.#removed = 0;
    this.#emptied.clear();
    this.#tidy = this.#statements.secure.get() === 1 ? 'clean' : 'needed';
    this.#waiting.clear();
    this.#load();
  }

  /** Does what is left to do, a step of it, in a transaction of its own. False: nothing is. */
  work(): boolean {
    if (this.#waiting.size > 0) this.#db.transaction(() => this.#indexWaiting()).immediate();
    else if (this.#tidy !== 'clean') this.#db.transaction(() => this.#tidyStep()).immediate();
    return this.#waiting.size > 0 || this.#tidy !== 'clean';
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** Later changes push it back, so that a catch-up is not held up by small steps. */
  #schedule(): void {
    this.close();
    if (this.#waiting.size === 0 && this.#tidy === 'clean') return;
    this.#cancel = this.#clock.after(QUIET_MS, () => {
      this.#cancel = null;
      try {
        this.work();
        this.onCommit();
      } catch (error) {
        if (isDamage(error)) return this.onDamage();
        // A full disk: search reads on beside the index, and the next change brings another try.
        return this.forget();
      }
      this.#schedule();
    });
  }

  /** FTS5 writes a segment whenever rowids go down, so they go up. */
  #indexWaiting(): void {
    const { add, done } = this.#statements;
    for (const [rowid, waiting] of [...this.#waiting].sort(([a], [b]) => a - b)) {
      if (this.#emptied.has(rowid)) continue;
      add.run(rowid, indexText(waiting));
      done.run(rowid);
    }
    this.#waiting.clear();
    this.#load();
  }

  #load(): void {
    for (const rowid of this.#statements.newest.all(MOST_WAITING) as number[]) {
      const row = this.#statements.row.get(rowid);
      const text = row === undefined ? undefined : textOf(row.json);
      if (row === undefined || text === undefined) {
        this.#statements.done.run(rowid);
      } else {
        const { scopeId, authorId } = row;
        this.#waiting.set(rowid, { folded: searchText(text), scopeId, authorId });
      }
    }
  }

  #setSecure(on: boolean): void {
    this.#statements.setSecure.run(on ? 1n : 0n);
    this.#tidy = on ? 'clean' : 'needed';
  }

  /**
   * After many removals: merges the whole index, step by step, since a merge leaves out what was
   * removed. It begins by putting all segments on one level, which a negative number asks for.
   */
  #tidyStep(): void {
    const pages = this.#tidy === 'needed' ? -TIDY_PAGES : TIDY_PAGES;
    const before = this.#statements.changes.get() as number;
    this.#statements.merge.run(BigInt(pages));
    this.#tidy = 'begun';
    // By its documentation: fewer than two changes mean that nothing was left to merge.
    if ((this.#statements.changes.get() as number) - before < 2) this.#setSecure(true);
  }

  #checkVersion(): void {
    if (this.#statements.version.get() === INDEX_VERSION) return;
    this.#db
      .transaction(() => {
        this.#statements.clear.run();
        this.#statements.waitAll.run();
        this.#statements.setVersion.run(INDEX_VERSION);
      })
      .immediate();
  }
}
