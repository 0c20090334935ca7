import { join } from 'node:path';
import Database from 'better-sqlite3';
import { messageId, type ChannelId, type UserId } from '../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../../shared/domain/scope.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { openCache } from '../../main/core/cache/open.ts';
import { LiveTopics } from '../../main/core/live/topics.ts';
import { applyRows } from '../../main/core/sync/apply.ts';
import { Workspace } from '../../main/core/workspace.ts';
import { median, quantile, type Figure } from '../figure.ts';
import { temporaryFolder } from '../relay/program.ts';

const MESSAGES = 100_000;
const CHANNELS = 50;
const PAGE = 50;
const KEY = 'c0de'.repeat(16);
const WORDS =
  'truk gudang palet dermaga invoice kontrak rapat laporan besok siap mohon cek stok kirim the report invoice delivery warehouse meeting please check update schedule customer'.split(
    ' ',
  );

/** Opening a cache of 100,000 messages up to its first page, and one page anywhere in it. */
export function openFigures(): Figure[] {
  const dir = temporaryFolder('open');
  const file = join(dir, 'cache.db');
  const newId = uuid7Generator(nodeClock.now);
  const userId = newId() as UserId;
  const channels = Array.from({ length: CHANNELS }, () => newId() as ChannelId);
  fill(file, userId, channels, newId);

  const opens = repeat(7, () => {
    const workspace = open(file, userId);
    workspace.messages.page(channels[0]!, { from: 'newest' }, PAGE);
    return () => workspace.close();
  });
  const bareOpens = repeat(7, () => {
    const db = bareOpen(file);
    bareNewest(db).all(1, Number.MAX_SAFE_INTEGER, PAGE);
    return () => db.close();
  });

  const workspace = open(file, userId);
  const db = bareOpen(file);
  const page = bareNewest(db);
  const random = new SeededRandom(7);
  const places = Array.from({ length: 500 }, () => ({
    channel: random.int(CHANNELS),
    position: 100 + random.int(MESSAGES / CHANNELS - 100),
  }));
  const pages = places.map(({ channel, position }) =>
    timed(() => workspace.messages.page(channels[channel]!, { from: 'before', position }, PAGE)),
  );
  const barePages = places.map(({ channel, position }) =>
    timed(() => page.all(channel + 1, position, PAGE).map((json) => JSON.parse(json as string))),
  );
  workspace.close();
  db.close();
  return [
    { name: 'core.open_ms', value: median(opens), unit: 'ms', floor: median(bareOpens) },
    {
      name: 'core.page_ms',
      value: quantile(pages, 0.95),
      unit: 'ms',
      floor: quantile(barePages, 0.95),
    },
  ];
}

function open(file: string, userId: UserId): Workspace {
  return new Workspace({
    ...{ db: openCache(file, KEY), userId, clock: nodeClock, random: Math.random },
    ...{ address: 'http://127.0.0.1:1', client: 'bench', newId: uuid7Generator(nodeClock.now) },
    tokens: { accessToken: () => Promise.resolve({ ok: false, reason: 'offline' }) },
    openSocket: () => ({ send: () => undefined, close: () => undefined }),
    topics: new LiveTopics(nodeClock),
    onRevoked: () => undefined,
    log: () => undefined,
  });
}

function bareOpen(file: string): Database.Database {
  const db = new Database(file);
  db.pragma(`cipher='chacha20'`);
  db.pragma(`key="raw:${KEY}"`);
  return db;
}

const bareNewest = (db: Database.Database) =>
  db
    .prepare<[number, number, number]>(
      `SELECT json FROM messages WHERE scope_id = ? AND listed = 1 AND position < ?
       ORDER BY position DESC LIMIT ?`,
    )
    .pluck();

function fill(file: string, userId: UserId, channels: ChannelId[], newId: () => string): void {
  const random = new SeededRandom(1);
  const workspace = open(file, userId);
  const { cache } = workspace;
  const start = Date.UTC(2026, 0, 1);
  const authors = Array.from({ length: 20 }, newId);
  const scopes = channels.map((id) => cache.transaction(() => cache.scopes.id(channelScope(id))));
  if (scopes.length !== CHANNELS) throw new Error('channels are missing');
  cache.transaction(() => {
    const person = (id: string, i: number) => ({
      ...{ kind: 'user', id, version: i + 1, name: `p${i}`, displayName: `Person ${i}` },
      ...{ role: 'member', bot: false, title: '', department: '', location: '' },
      ...{ timeZone: 'Asia/Jakarta', status: null, disabledAt: null },
    });
    applyRows(cache, orgScope, [userId, ...authors].map(person));
    const membership = (id: string, i: number) => ({
      ...{ kind: 'membership', id, version: i + 1, joinedAt: start, starred: false },
      ...{ muted: false, notify: 'mentions' },
    });
    applyRows(cache, userScope(userId), channels.map(membership));
  });
  for (const channelId of channels) {
    cache.transaction(() => {
      const rows = Array.from({ length: MESSAGES / CHANNELS }, (_, i) => {
        const id = messageId.parse(newId());
        const text = Array.from({ length: 4 + random.int(20) }, () => random.pick(WORDS)).join(' ');
        const createdAt = start + random.int(300 * 86_400_000);
        return {
          ...{ kind: 'message', id, version: i + 1, authorId: random.pick(authors), rootId: null },
          ...{ broadcast: false, text, attachments: [], system: null, createdAt, editedAt: null },
          ...{ deletedAt: null, position: i + 1, ordinal: i + 1, op: id },
        };
      });
      applyRows(cache, channelScope(channelId), rows);
      cache.scopes.cover(channelScope(channelId), 0, rows.length);
      cache.scopes.heard(channelScope(channelId), rows.length, rows.length);
    });
  }
  workspace.close();
}

function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** Times of `run`; what it gives back undoes it, untimed. */
function repeat(times: number, run: () => () => void): number[] {
  return Array.from({ length: times }, () => {
    const began = performance.now();
    const undo = run();
    const ms = performance.now() - began;
    undo();
    return ms;
  });
}
