import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OfficeTexts } from '../core/office-texts.ts';
import { DATABASE_FILE } from '../../server/data-folder.ts';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import type { Message } from '../../shared/domain/kinds/message.ts';
import { channelScope, userScope } from '../../shared/domain/scope.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { SeededRandom } from '../../shared/testing/random.ts';

const DAYS = 300;
const AUTHORS = 200;

export interface FilledRelay {
  readonly file: string;
  /** Those that the person is a member of. */
  readonly mine: readonly ChannelId[];
  readonly authors: readonly UserId[];
  readonly vocabulary: readonly string[];
}

/**
 * So many messages in so many channels, written beside a relay that has `userId` already and is
 * not running. The person becomes a member of `mine` of the channels.
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
  const addRow = db.prepare<[number, number, string, string, number | null, string]>(
    `INSERT INTO rows (scope_id, version, kind, id, deleted, position, parent, json)
     VALUES (?, ?, ?, ?, 0, ?, NULL, ?)`,
  );
  const each = Math.floor(messages / channels);
  const start = Date.UTC(2026, 0, 1);
  db.transaction(() => {
    const own = db
      .prepare<[string], number>('SELECT id FROM scopes WHERE name = ?')
      .pluck()
      .get(userScope(userId))!;
    const scopeIds = ids.map((id) => Number(addScope.run(channelScope(id), each).lastInsertRowid));
    for (const [i, id] of ids.slice(0, mine).entries()) {
      const version = 1_000 + i;
      const row = { kind: 'membership', id, version, joinedAt: start };
      const json = JSON.stringify({ ...row, starred: false, muted: false, notify: 'all' });
      addRow.run(own, version, 'membership', id, null, json);
    }
    // By time over all channels, as a relay writes.
    for (let n = 1; n <= each; n++) {
      for (const scopeId of scopeIds) {
        const id = newId();
        const createdAt =
          start + Math.floor(((n - 1) / each) * DAYS * 86_400_000) + random.int(10_000);
        const message: Message = {
          ...{ kind: 'message', id, authorId: random.pick(authors), rootId: null },
          ...{ broadcast: false, text: texts.text(), attachments: [], system: null, createdAt },
          ...{ editedAt: null, deletedAt: null, position: n, ordinal: n, op: id, version: n },
        };
        addRow.run(scopeId, n, 'message', id, n, JSON.stringify(message));
      }
    }
  })();
  db.close();
  return { file, mine: ids.slice(0, mine), authors, vocabulary: texts.words };
}
