import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { Row } from '../../../shared/domain/registry.ts';
import type { Tombstone } from '../../../shared/domain/row.ts';
import {
  channelOf,
  channelScope,
  orgScope,
  userScope,
  type Scope,
} from '../../../shared/domain/scope.ts';
import { isTombstone, parseRow, type WireRow } from '../../../shared/protocol/wire-row.ts';
import type { Cache } from '../cache/cache.ts';
import { tellEntry } from '../outbox/tell.ts';

/** What a batch of rows meant beyond itself. */
export interface Applied {
  /** S11: channels that the person lost; everything of them is gone already. */
  lost: Scope[];
  /** Channels that they are in. */
  gained: Scope[];
  /** Rows of a kind or shape that this client does not know. */
  unknown: number;
  /** Messages that came as they were first written. */
  said: Message[];
}

/**
 * Puts rows of one scope into the cache and says which topics they touch. Runs inside the caller's
 * transaction, together with the cursor (S4).
 */
export function applyRows(cache: Cache, scope: Scope, rows: readonly WireRow[]): Applied {
  const applied: Applied = { lost: [], gained: [], unknown: 0, said: [] };
  let news = false;
  for (const wire of rows) {
    const row = parseRow(wire);
    if (row === undefined) {
      applied.unknown++;
      continue;
    }
    if (!cache.rows.apply(scope, row)) continue;
    news = true;
    tell(cache, scope, row);
    if (row.kind === 'file') cache.files.rowCame(row.id, isTombstone(row) ? null : row);
    if (row.kind === 'message' && !isTombstone(row) && row.version === row.position) {
      applied.said.push(row);
    }
    if (row.kind === 'membership' && scope === userScope(cache.userId)) {
      const channel = channelScope(row.id as ChannelId);
      if (isTombstone(row)) {
        cache.rows.purge(channel);
        cache.files.purge(row.id);
        cache.uploads.purge(row.id);
        applied.lost.push(channel);
      } else {
        // From here on its versions are waited for, also before the first of them arrived: a
        // channel with somebody in it has at least one.
        cache.scopes.heard(channel, 1, 0);
        applied.gained.push(channel);
      }
    }
  }
  if (news) cache.overlay.invalidate();
  return applied;
}

/** The topics whose readers see something else because of this row. */
function tell(cache: Cache, scope: Scope, row: Row | Tombstone): void {
  const { topics } = cache;
  const channel = channelOf(scope);
  if (channel !== undefined) {
    topics.changed(`channel:${channel}`);
    if (row.kind === 'message') topics.changed('sidebar');
    if (TASKS.has(row.kind)) topics.changed('tasks');
    if (row.kind === 'member') topics.changed(`members:${channel}`);
    const root = threadOf(cache, row);
    if (root !== undefined) topics.changed(`thread:${root}`);
    if (row.kind === 'thread' || (root !== undefined && root !== row.id) || isAnew(row)) {
      topics.changed('threads');
    }
    if (row.kind === 'reaction' && !isTombstone(row) && row.to === cache.userId) {
      topics.changed('sidebar');
    }
    return;
  }
  switch (row.kind) {
    case 'user':
      topics.changed('people');
      topics.changed('sidebar');
      return;
    case 'membership':
    case 'marker':
      if (row.kind === 'membership') topics.changed('tasks');
      topics.changed('threads');
      topics.changed('sidebar');
      topics.changed(`channel:${row.id}`);
      return;
    case 'channel':
      topics.changed('sidebar');
      topics.changed(`channel:${row.id}`);
      return;
    case 'follow':
      topics.changed('threads');
      topics.changed(`thread:${row.id}`);
      topics.changed('sidebar');
      return;
    case 'mention':
      topics.changed('threads');
      topics.changed('sidebar');
      return;
    case 'saved': {
      topics.changed('saved');
      const place = cache.rows.channelOfMessage(row.id);
      if (place !== undefined) topics.changed(`channel:${place}`);
      const root = cache.rows.message(row.id)?.rootId ?? row.id;
      topics.changed(`thread:${root}`);
      return;
    }
    case 'emoji':
      topics.changed('emoji');
      return;
    case 'group':
      topics.changed('groups');
      topics.changed('sidebar');
      return;
    case 'vote': {
      const messageId = row.id.split('/')[0]!;
      const place = cache.rows.channelOfMessage(messageId);
      if (place !== undefined) topics.changed(`channel:${place}`);
      topics.changed(`thread:${cache.rows.message(messageId)?.rootId ?? messageId}`);
      return;
    }
    case 'assignment':
      topics.changed('tasks');
      topics.changed('sidebar');
      return;
    case 'draft':
      topics.changed('drafts');
      topics.changed('sidebar');
      return;
    case 'scheduled':
      topics.changed('scheduled');
      return;
    case 'workspace':
      topics.changed('company');
      topics.changed('sidebar');
      return;
    default:
      topics.changed('sidebar');
  }
}

/** Kinds that a list of tasks shows. */
const TASKS: ReadonlySet<string> = new Set(['checklist', 'task', 'tick']);

/** A message that was said before, and is another now. */
const isAnew = (row: Row | Tombstone): boolean =>
  row.kind === 'message' && (isTombstone(row) || row.version !== row.position);

/** Kinds whose ids begin with their message's. */
const BELOW: ReadonlySet<string> = new Set([
  ...['checklist', 'pin', 'poll', 'preview', 'reaction', 'revision', 'task', 'tick', 'vote'],
]);

function threadOf(cache: Cache, row: Row | Tombstone): string | undefined {
  if (row.kind === 'thread') return row.id;
  if (row.kind === 'message') return isTombstone(row) ? row.id : (row.rootId ?? row.id);
  if (!BELOW.has(row.kind)) return undefined;
  const messageId = row.id.split('/')[0]!;
  return cache.rows.message(messageId)?.rootId ?? messageId;
}

/**
 * Acknowledged commands whose rows are all here leave the outbox (S8). A scope that is not kept
 * here (a channel that was left) is not waited for.
 */
export function settleAcked(cache: Cache): void {
  for (const entry of cache.outbox.entries()) {
    if (entry.state !== 'acked') continue;
    cutDirectory(cache, entry.at[orgScope]);
    const here = Object.entries(entry.at).every(([scope, version]) => {
      const name = scope as Scope;
      return cache.scopes.knownId(name) === undefined || cache.scopes.holds(name, version);
    });
    if (!here) continue;
    cache.outbox.remove(entry.op);
    cache.overlay.invalidate();
    tellEntry(cache, entry);
  }
}

/**
 * S8: of a large directory what lies in the hole down to its beginning is not fetched, so what the
 * person changed must not lie in it.
 */
function cutDirectory(cache: Cache, version: number | undefined): void {
  const { scopes } = cache;
  const id = scopes.knownId(orgScope);
  if (version === undefined || id === undefined) return;
  const hole = scopes.holes(id).find(({ low, high }) => low === 0 && high >= version);
  if (hole !== undefined && version > 1) scopes.cut(orgScope, hole, version - 1);
}
