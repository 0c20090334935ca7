import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OfficeTexts } from '../core/office-texts.ts';
import { DATABASE_FILE } from '../../server/data-folder.ts';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import type { Message } from '../../shared/domain/kinds/message.ts';
import type { Row } from '../../shared/domain/registry.ts';
import { channelScope, userScope } from '../../shared/domain/scope.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { FilledMarks } from './filled-marks.ts';

const DAYS = 300;
const AUTHORS = 200;
/** The person keeps one in so many of the messages that they may read. */
const KEPT = 500;
/** They have read each channel but for so many messages; one in so many they have half read. */
const UNREAD = 3;
const HALF_READ = 20;

export interface FilledRelay {
  readonly file: string;
  /** Those that the person is a member of. */
  readonly mine: readonly ChannelId[];
  readonly authors: readonly UserId[];
  readonly vocabulary: readonly string[];
  readonly reader: UserId;
}

/**
 * So many messages in so many channels, written beside a relay that has `userId` already and is
 * not running. The person becomes a member of `mine` of the channels, has read most of what is there,
 * and keeps some of it.
 */
export function fillRelay(
  folder: string,
  userId: UserId,
  { messages, channels, mine }: { messages: number; channels: number; mine: number },
): FilledRelay {
  const random = new SeededRandom(3);
  const texts = new OfficeTexts(random);
  const newId = uuid7Generator(Date.now);
  const ids = Array.from({ length: channels }, () => newId() as ChannelId);
  const authors = Array.from({ length: AUTHORS }, () => newId() as UserId);
  const file = join(folder, DATABASE_FILE);
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const addScope = db.prepare<[string, number]>(
    'INSERT INTO scopes (name, head, count, tick) VALUES (?, ?, 0, 1000000)',
  );
  const insert = db.prepare<[number, number, string, string, number | null, string | null, string]>(
    `INSERT INTO rows (scope_id, version, kind, id, deleted, position, parent, json)
     VALUES (?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT (scope_id, kind, id) DO NOTHING`,
  );
  const add = (scopeId: number, row: Row, parent: string | null = null): void => {
    const position = row.kind === 'message' ? row.position : null;
    insert.run(scopeId, row.version, row.kind, row.id, position, parent, JSON.stringify(row));
  };
  const setHead = db.prepare<[number, number]>('UPDATE scopes SET head = ? WHERE id = ?');
  const marks = new FilledMarks(random);
  const each = Math.floor(messages / channels);
  const start = Date.UTC(2026, 0, 1);
  db.transaction(() => {
    const own = db
      .prepare<[string], number>('SELECT id FROM scopes WHERE name = ?')
      .pluck()
      .get(userScope(userId))!;
    const scopeIds = ids.map((id) => Number(addScope.run(channelScope(id), each).lastInsertRowid));
    let version = 1_000;
    for (const [i, id] of ids.slice(0, mine).entries()) {
      const seat = { joinedAt: start, starred: false, muted: false, notify: 'all' as const };
      add(own, { kind: 'membership', id, version: version++, ...seat });
      const position = Math.max(0, i % HALF_READ === 1 ? Math.floor(each / 2) : each - UNREAD);
      const read = { epoch: 0, position, ordinal: position };
      add(own, { kind: 'marker', id, version: version++, ...read });
    }
    const heads = scopeIds.map(() => each);
    // By time over all channels, as a relay writes.
    for (let n = 1; n <= each; n++) {
      for (const [channel, scopeId] of scopeIds.entries()) {
        const id = newId();
        const createdAt =
          start + Math.floor(((n - 1) / each) * DAYS * 86_400_000) + random.int(10_000);
        const plain: Message = {
          ...{ kind: 'message', id, authorId: random.pick(authors), rootId: null },
          ...{ broadcast: false, text: texts.text(), attachments: [], system: null, createdAt },
          ...{ editedAt: null, deletedAt: null, position: n, ordinal: n, op: id, version: n },
        };
        const message = marks.marked(plain, channel, [userId, ...authors]);
        add(scopeId, message, message.rootId);
        for (const row of marks.beside(message)) {
          add(scopeId, { ...row, version: ++heads[channel]! } as Row, row.id);
        }
        if (channel >= mine || random.int(KEPT) > 0) continue;
        const kept = { channelId: ids[channel]!, remindAt: null, done: false, savedAt: createdAt };
        add(own, { kind: 'saved', id, version: version++, ...kept });
      }
    }
    for (const [channel, scopeId] of scopeIds.entries()) setHead.run(heads[channel]!, scopeId);
  })();
  db.close();
  return { file, mine: ids.slice(0, mine), authors, vocabulary: texts.words, reader: userId };
}
