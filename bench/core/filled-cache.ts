import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../../shared/domain/scope.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import type { WireRow } from '../../shared/protocol/wire-row.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { openCache } from '../../main/core/cache/open.ts';
import { openBlobs } from '../../main/core/files/blob-store.ts';
import { LiveTopics } from '../../main/core/live/topics.ts';
import { FtsIndex } from '../../main/core/search/index.ts';
import { applyRows } from '../../main/core/sync/apply.ts';
import type { OpenSocket } from '../../main/core/sync/socket.ts';
import { Workspace } from '../../main/core/workspace.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { OfficeTexts } from './office-texts.ts';

export const KEY = 'c0de'.repeat(16);
const DAYS = 300;
const PEOPLE = 20;
/** Messages that a channel gets at a time, so that the file grows in the order of time. */
const STRETCH = 200;

export interface FilledCache {
  userId: UserId;
  channels: ChannelId[];
  messages: number;
  vocabulary: readonly string[];
}

const noSocket: OpenSocket = () => ({ send: () => undefined, close: () => undefined });

/** The data core's workspace over a cache file; without `openSocket` it stays offline. */
export function openWorkspace(file: string, userId: UserId, openSocket = noSocket): Workspace {
  const token =
    openSocket === noSocket
      ? ({ ok: false, reason: 'offline' } as const)
      : ({ ok: true, token: 'bench', expires: nodeClock.now() + 86_400_000 } as const);
  return new Workspace({
    ...{ db: openCache(file, KEY), userId, clock: nodeClock, random: Math.random },
    ...{ address: 'http://127.0.0.1:1', client: 'bench', newId: uuid7Generator(nodeClock.now) },
    tokens: { accessToken: () => Promise.resolve(token) },
    openSocket,
    fetch: () => Promise.reject(new TypeError('no network')),
    ...{ blobs: openBlobs(dirname(file), KEY), fileBound: () => 0 },
    topics: new LiveTopics(nodeClock),
    notices: { chosen: () => 'words', hidden: false, sound: () => true },
    ...{ onRevoked: () => undefined, onLeaseOver: () => undefined, onDamage: () => undefined },
    log: () => undefined,
  });
}

/** The same file by better-sqlite3 alone, with the same encryption. */
export function bareOpen(file: string): Database.Database {
  const db = new Database(file);
  db.pragma(`cipher='chacha20'`);
  db.pragma(`key="raw:${KEY}"`);
  return db;
}

/** A cache of so many messages in so many channels, its search index made. */
export function fillCache(file: string, messages: number, channelCount: number): FilledCache {
  const random = new SeededRandom(1);
  const texts = new OfficeTexts(random);
  const newId = uuid7Generator(nodeClock.now);
  const userId = newId() as UserId;
  const channels = Array.from({ length: channelCount }, () => newId() as ChannelId);
  const authors = Array.from({ length: PEOPLE }, newId);
  const workspace = openWorkspace(file, userId);
  const { cache } = workspace;
  const start = Date.UTC(2026, 0, 1);
  cache.transaction(() => {
    const people = [userId, ...authors].map((id, i) => userRow(id, i));
    applyRows(cache, orgScope, people);
    applyRows(
      cache,
      userScope(userId),
      channels.map((id, i) => membershipRow(id, i, start)),
    );
    for (const id of channels) applyRows(cache, channelScope(id), [channelRow(id, start)]);
  });
  const each = messages / channelCount;
  for (let from = 0; from < each; from += STRETCH) {
    const many = Math.min(STRETCH, each - from);
    for (const channelId of channels) {
      const scope = channelScope(channelId);
      const rows = Array.from({ length: many }, (_, i) => {
        const createdAt = start + Math.floor(((from + i) / each) * DAYS * 86_400_000);
        const more = { authorId: random.pick(authors), createdAt: createdAt + random.int(10_000) };
        return messageRow(newId(), from + i + 2, texts.text(), more);
      });
      cache.transaction(() => {
        applyRows(cache, scope, rows);
        cache.scopes.heard(scope, from + many + 1, from + many);
        cache.scopes.cover(scope, from === 0 ? 0 : from + 1, from + many + 1);
      });
    }
  }
  workspace.close();
  settleIndex(file);
  return { userId, channels, messages, vocabulary: texts.words };
}

/** Does what the search index would do in quiet moments. */
export function settleIndex(file: string): void {
  const db = openCache(file, KEY);
  const index = new FtsIndex(db, nodeClock);
  while (index.work());
  index.close();
  db.close();
}

const userRow = (id: string, i: number): WireRow => ({
  ...{ kind: 'user', id, version: i + 1, name: `p${i}`, displayName: `Person ${i}` },
  ...{ role: 'member', bot: false, title: '', department: '', location: '' },
  ...{ timeZone: 'Asia/Jakarta', status: null, disabledAt: null },
});

const membershipRow = (id: string, i: number, joinedAt: number): WireRow => ({
  ...{ kind: 'membership', id, version: i + 1, joinedAt, starred: false },
  ...{ muted: false, notify: 'mentions' },
});

const channelRow = (id: string, createdAt: number): WireRow => ({
  ...{ kind: 'channel', id, version: 1, type: 'private', name: `kanal-${id.slice(-6)}` },
  ...{ topic: '', purpose: '', creatorId: id, createdAt, archivedAt: null, people: [] },
});

/** A message as the wire has it; its version is its position, the channel's own row being the first. */
export const messageRow = (
  id: string,
  version: number,
  text: string,
  more: { authorId: string; createdAt: number },
): WireRow => ({
  ...{ kind: 'message', id, version, rootId: null, broadcast: false, text, attachments: [] },
  ...{ system: null, editedAt: null, deletedAt: null },
  ...{ position: version, ordinal: version - 1, op: id, ...more },
});
