import Database from 'better-sqlite3';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { messageRow } from './filled-cache.ts';

export interface Missed {
  /** The relay's database; no relay runs on it. */
  readonly file: string;
  readonly channels: readonly ChannelId[];
  readonly authorId: UserId;
  readonly messages: number;
  /** When the first of them was said, and over how long they were, ms. */
  readonly from: number;
  readonly ms: number;
  readonly texts: { text(): string };
}

/**
 * Messages as the relay itself would have written them, in all channels alike, but without its
 * commands: a million in the time of some ten thousand. The relay's search index is not told of
 * them (`tick` stands still); a relay that was there all year has it made by now.
 */
export function writeStraight({
  file,
  channels,
  authorId,
  messages,
  from,
  ms,
  texts,
}: Missed): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const find = db.prepare<[string], { id: number; head: number; count: number }>(
    'SELECT id, head, count FROM scopes WHERE name = ?',
  );
  const move = db.prepare<[number, number, number]>(
    'UPDATE scopes SET head = ?, count = ? WHERE id = ?',
  );
  const add = db.prepare<[number, number, string, number, string]>(
    `INSERT INTO rows (scope_id, version, kind, id, deleted, position, parent, json)
     VALUES (?, ?, 'message', ?, 0, ?, NULL, ?)`,
  );
  let now = from;
  const newId = uuid7Generator(() => now);
  db.transaction(() => {
    const scopes = channels.map((id) => {
      const scope = find.get(channelScope(id));
      if (scope === undefined) throw new Error(`no channel ${id}`);
      return { ...scope };
    });
    for (let n = 0; n < messages; n++) {
      now = from + Math.floor((n / messages) * ms);
      const scope = scopes[n % scopes.length]!;
      const id = newId();
      const version = ++scope.head;
      const row = messageRow(id, version, texts.text(), { authorId, createdAt: now });
      add.run(scope.id, version, id, version, JSON.stringify({ ...row, ordinal: ++scope.count }));
    }
    for (const { id, head, count } of scopes) move.run(head, count, id);
  })();
  db.close();
}
