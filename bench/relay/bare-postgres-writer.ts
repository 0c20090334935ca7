import pg from 'pg';
import { openStore, placeOf } from '../../server/store/open.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { outcomeText, rowText } from './bare-row.ts';

export interface BarePostgresWriter {
  /** One transaction. */
  write(texts: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** `($1, $2), ($3, $4)`: so many rows of so many values. */
const places = (rows: number, values: number): string =>
  Array.from({ length: rows }, (_, row) => {
    const numbers = Array.from(
      { length: values },
      (_none, value) => `$${row * values + value + 1}`,
    );
    return `(${numbers.join(', ')})`;
  }).join(', ');

/**
 * Bare `pg` over the relay's own tables in an empty database: what a group of messages costs there
 * (rows, outcomes, the counter) by prepared statements of many rows, one connection, and nothing
 * else.
 */
export async function barePostgresWriter(url: string): Promise<BarePostgresWriter> {
  const store = await openStore(placeOf(url), { clock: nodeClock, random: Math.random });
  await store.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO balai.scopes (name, head, count, moved_by)
     VALUES ('channel:bench', 0, 0, pg_current_xact_id()) RETURNING id`,
  );
  const scope = rows[0]!.id;
  const newId = uuid7Generator(Date.now);
  const actor = newId();
  let version = 0;
  return {
    async write(texts) {
      const messages = texts.map((text) => ({ id: newId(), version: ++version, text }));
      await client.query('BEGIN');
      await client.query({
        name: `rows-${texts.length}`,
        text: `INSERT INTO balai.rows (scope_id, version, kind, id, deleted, position, parent, json)
               VALUES ${places(texts.length, 8)}`,
        values: messages.flatMap(({ id, version: at, text }) => [
          ...[scope, at, 'message', id, false, at, null, rowText(id, actor, at, text)],
        ]),
      });
      await client.query({
        name: `ops-${texts.length}`,
        text: `INSERT INTO balai.ops (op, actor, name, outcome) VALUES ${places(texts.length, 4)}`,
        values: messages.flatMap(({ id, version: at }) => [
          ...[id, actor, 'message.send', outcomeText(actor, at)],
        ]),
      });
      await client.query({
        name: 'head',
        text: `UPDATE balai.scopes SET head = $1, count = $1, moved_by = pg_current_xact_id()
               WHERE id = $2`,
        values: [version, scope],
      });
      await client.query('COMMIT');
    },
    close: () => client.end(),
  };
}
