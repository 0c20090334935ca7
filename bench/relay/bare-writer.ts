import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '../../server/store/sqlite/migrate.ts';
import { migrations } from '../../server/store/sqlite/migrations.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { outcomeText, rowText } from './bare-row.ts';

/**
 * Bare better-sqlite3 over the relay's own tables: what one message costs there (a row, an outcome,
 * the counter), with `FULL`, and nothing else. Each call is one transaction.
 */
export function bareWriter(dir: string): (texts: readonly string[]) => void {
  const db = new Database(join(dir, 'bare.db'));
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL');
  migrate(db, migrations);
  db.exec(`INSERT INTO scopes (name, head, count, tick) VALUES ('channel:bench', 0, 0, 0)`);
  const newId = uuid7Generator(Date.now);
  const row = db.prepare(
    `INSERT INTO rows (scope_id, version, kind, id, deleted, position, parent, json)
     VALUES (1, ?, 'message', ?, 0, ?, NULL, ?)`,
  );
  const op = db.prepare(
    `INSERT INTO ops (op, actor, name, outcome) VALUES (?, ?, 'message.send', ?)`,
  );
  const head = db.prepare('UPDATE scopes SET head = ?, count = ? WHERE id = 1');
  const actor = newId();
  let version = 0;
  const write = db.transaction((texts: readonly string[]) => {
    for (const text of texts) {
      const id = newId();
      version++;
      row.run(version, id, version, rowText(id, actor, version, text));
      op.run(id, actor, outcomeText(actor, version));
    }
    head.run(version, version);
  });
  return (texts) => void write.immediate(texts);
}
