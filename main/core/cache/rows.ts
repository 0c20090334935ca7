import { kinds, type Kind, type Row, type Rows } from '../../../shared/domain/registry.ts';
import type { Tombstone } from '../../../shared/domain/row.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelOf, type Scope } from '../../../shared/domain/scope.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { mentionedGroups, mentionsEverybody } from '../../../shared/domain/mentions.ts';
import { isTombstone } from '../../../shared/protocol/wire-row.ts';
import { freeRowid, rowidAt } from '../../../shared/search/rowid.ts';
import type { Db } from './open.ts';
import type { Scopes } from './scopes.ts';
import type { SearchIndex } from './search-index.ts';

/** By what number a kind's rows are compared in look-ups by parent. */
const sortOf: { readonly [K in Kind]?: (row: Rows[K]) => number } = {
  follow: (row) => row.readTo,
  mention: (row) => row.position,
};

/** Places stay exact as numbers, whatever time an importer found in an old archive. */
const LATEST = Date.UTC(3000, 0);

/** A message that is here: where it lies, where it stands in the order of time, and how new it is. */
interface Held {
  rowid: number;
  place: number;
  version: number;
  scopeId: number;
}

/**
 * The confirmed rows. Applying is "upsert if the version is greater" (S3), so that twice, out of
 * order or from two sources gives the same. Every method runs inside the caller's transaction.
 */
export class CachedRows {
  readonly #db: Db;
  readonly #scopes: Scopes;
  readonly #index: SearchIndex;
  readonly #statements;

  constructor(db: Db, scopes: Scopes, index: SearchIndex) {
    this.#db = db;
    this.#scopes = scopes;
    this.#index = index;
    this.#statements = {
      get: db.prepare<[number, string, string], { json: string | null }>(
        'SELECT json FROM rows WHERE scope_id = ? AND kind = ? AND id = ?',
      ),
      version: db
        .prepare<[number, string, string]>(
          'SELECT version FROM rows WHERE scope_id = ? AND kind = ? AND id = ?',
        )
        .pluck(),
      put: db.prepare(
        `INSERT OR REPLACE INTO rows (scope_id, kind, id, version, parent, sort, json)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ),
      list: db.prepare<[number, string], { json: string }>(
        'SELECT json FROM rows WHERE scope_id = ? AND kind = ? AND json IS NOT NULL ORDER BY id',
      ),
      message: db.prepare<[string], { json: string; scopeId: number }>(
        'SELECT json, scope_id AS scopeId FROM messages WHERE id = ?',
      ),
      messageAt: db.prepare<[string], Held>(
        'SELECT rowid, place, version, scope_id AS scopeId FROM messages WHERE id = ?',
      ),
      taken: db.prepare<[number]>('SELECT 1 FROM messages WHERE place = ?').pluck(),
      insertMessage: db.prepare(
        `INSERT INTO messages (place, scope_id, id, position, ordinal, root_id, author_id,
           created_at, version, listed, calls, called, json)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (place) DO NOTHING`,
      ),
      updateMessage: db.prepare(
        'UPDATE messages SET version = ?, listed = ?, calls = ?, called = ?, json = ? WHERE rowid = ?',
      ),
      removeMessage: db.prepare('DELETE FROM messages WHERE rowid = ?'),
      purgeMessages: db.prepare('DELETE FROM messages WHERE scope_id = ?'),
      placesOf: db.prepare<[number]>('SELECT place FROM messages WHERE scope_id = ?').pluck(),
      purgeRows: db.prepare('DELETE FROM rows WHERE scope_id = ?'),
    };
  }

  get<K extends Kind>(scope: Scope, kind: K, id: string): Rows[K] | undefined {
    const scopeId = this.#scopes.knownId(scope);
    if (scopeId === undefined) return undefined;
    if (kind === 'message') {
      const found = this.#statements.message.get(id);
      return found === undefined || found.scopeId !== scopeId
        ? undefined
        : (JSON.parse(found.json) as Rows[K]);
    }
    const json = this.#statements.get.get(scopeId, kind, id)?.json ?? null;
    return json === null ? undefined : (JSON.parse(json) as Rows[K]);
  }

  /** A message by its id alone. */
  message(id: string): Message | undefined {
    const found = this.#statements.message.get(id);
    return found === undefined ? undefined : (JSON.parse(found.json) as Message);
  }

  /** The channel that a message of this id was said in; undefined where it is not here. */
  channelOfMessage(id: string): ChannelId | undefined {
    const found = this.#statements.message.get(id);
    const name = found === undefined ? undefined : this.#scopes.nameOf(found.scopeId);
    return name === undefined ? undefined : channelOf(name);
  }

  /** All rows of one kind in a scope, in the order of their ids. */
  list<K extends Exclude<Kind, 'message'>>(scope: Scope, kind: K): Rows[K][] {
    const scopeId = this.#scopes.knownId(scope);
    if (scopeId === undefined) return [];
    return this.#statements.list.all(scopeId, kind).map(({ json }) => JSON.parse(json) as Rows[K]);
  }

  /** Answers whether the row was news. */
  apply(scope: Scope, row: Row | Tombstone): boolean {
    const scopeId = this.#scopes.id(scope);
    if (!isTombstone(row) && row.kind === 'message') return this.#applyMessage(scopeId, row);
    const version = this.#statements.version.get(scopeId, row.kind, row.id) as number | undefined;
    if (version !== undefined && version >= row.version) return false;
    if (isTombstone(row)) {
      if (row.kind === 'message' && !this.#removeMessage(scopeId, row)) return false;
      this.#statements.put.run(scopeId, row.kind, row.id, row.version, null, null, null);
    } else {
      // The registry pairs each kind with functions for its own row type.
      const parent = kinds[row.kind].parent as ((row: Row) => string) | undefined;
      const sort = sortOf[row.kind] as ((row: Row) => number) | undefined;
      this.#statements.put.run(
        scopeId,
        row.kind,
        row.id,
        row.version,
        parent?.(row) ?? null,
        sort?.(row) ?? null,
        JSON.stringify(row),
      );
    }
    return true;
  }

  #applyMessage(scopeId: number, row: Message): boolean {
    const before = this.#statements.messageAt.get(row.id);
    // An id is a message's own in the whole workspace (S1): no other scope can take it over.
    if (before !== undefined && before.scopeId !== scopeId) return false;
    const known = before?.version ?? this.#statements.version.get(scopeId, 'message', row.id);
    if (known !== undefined && (known as number) >= row.version) return false;
    const listed = row.rootId === null || row.broadcast ? 1 : 0;
    const calls = row.deletedAt === null && mentionsEverybody(row.text) ? 1 : 0;
    const groups = row.deletedAt === null ? mentionedGroups(row.text) : [];
    const called = groups.length === 0 ? null : JSON.stringify(groups);
    const json = JSON.stringify(row);
    let place: number;
    if (before === undefined) {
      const insert = (at: number): boolean =>
        this.#statements.insertMessage.run(
          at,
          scopeId,
          row.id,
          row.position,
          row.ordinal,
          row.rootId,
          row.authorId,
          row.createdAt,
          row.version,
          listed,
          calls,
          called,
          json,
        ).changes > 0;
      const createdAt = Math.min(row.createdAt, LATEST);
      place = rowidAt(createdAt);
      // The row itself tells whether its place is free, which it nearly always is.
      if (!insert(place)) {
        place = freeRowid(createdAt, (at) => this.#statements.taken.get(at) !== undefined);
        insert(place);
      }
      this.#scopes.sawMessage(scopeId, row.createdAt);
    } else {
      place = before.place;
      // While the row still has the old words: the index is told what to forget.
      this.#index.remove(place);
      this.#statements.updateMessage.run(row.version, listed, calls, called, json, before.rowid);
    }
    const words = kinds.message.words?.(row);
    if (words !== undefined && words !== '') {
      this.#index.add(place, words, { scopeId, authorId: row.authorId });
    }
    return true;
  }

  /** Answers false where the message is newer than its tombstone. */
  #removeMessage(scopeId: number, { id, version }: Tombstone): boolean {
    const before = this.#statements.messageAt.get(id);
    if (before === undefined || before.scopeId !== scopeId) return true;
    if (before.version >= version) return false;
    this.#index.remove(before.place);
    this.#statements.removeMessage.run(before.rowid);
    return true;
  }

  /** S11: everything of a scope goes: rows, messages, search index, what was known of it. */
  purge(scope: Scope): void {
    const scopeId = this.#scopes.knownId(scope);
    if (scopeId === undefined) return;
    for (const place of this.#statements.placesOf.all(scopeId)) this.#index.remove(place as number);
    this.#statements.purgeMessages.run(scopeId);
    this.#statements.purgeRows.run(scopeId);
    this.#scopes.remove(scope);
  }

  /** For queries that live beside the views that ask them. */
  get db(): Db {
    return this.#db;
  }
}
