import { join } from 'node:path';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { migrate } from '../../server/store/sqlite/migrate.ts';
import { migrations } from '../../server/store/sqlite/migrations.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { outcomeText, rowText } from './bare-row.ts';

/**
 * Bare better-sqlite3 over the relay's own tables and settings (`FULL`): what a message costs there
 * (a row, an outcome, the counters of the channels that moved), and nothing else. Each call is one
 * transaction; its messages go to the channels in turn.
 */
export function bareWriter(dir: string, channels = 1): (texts: readonly string[]) => void {
  const db = openDatabase(join(dir, 'bare.db'));
  migrate(db, migrations);
  const newId = uuid7Generator(Date.now);
  const made = db.prepare('INSERT INTO scopes (name, head, count, tick) VALUES (?, 0, 0, 0)');
  const heads = Array.from({ length: channels }, () => {
    return { id: Number(made.run(`channel:${newId()}`).lastInsertRowid), version: 0 };
  });
  const row = db.prepare(
    `INSERT INTO rows (scope_id, version, kind, id, deleted, position, parent, json)
     VALUES (?, ?, 'message', ?, 0, ?, NULL, ?)`,
  );
  const op = db.prepare(
    `INSERT INTO ops (op, actor, name, outcome) VALUES (?, ?, 'message.send', ?)`,
  );
  const move = db.prepare('UPDATE scopes SET head = ?, count = ?, tick = ? WHERE id = ?');
  const actor = newId();
  let [sent, tick] = [0, 0];
  const write = db.transaction((texts: readonly string[]) => {
    tick++;
    for (const text of texts) {
      const id = newId();
      const head = heads[sent++ % channels]!;
      const at = ++head.version;
      row.run(head.id, at, id, at, rowText(id, actor, at, text));
      op.run(id, actor, outcomeText(actor, at));
    }
    for (let back = Math.min(texts.length, channels); back > 0; back--) {
      const { id, version } = heads[(sent - back) % channels]!;
      move.run(version, version, tick, id);
    }
  });
  return (texts) => void write.immediate(texts);
}
