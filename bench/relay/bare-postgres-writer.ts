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
 * (rows, outcomes, the counters of the channels that moved) by prepared statements of many rows, one
 * connection, and nothing else. Messages go to the channels in turn.
 */
export async function barePostgresWriter(
  url: string,
  channels: number,
): Promise<BarePostgresWriter> {
  const store = await openStore(placeOf(url), { clock: nodeClock, random: Math.random });
  await store.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const newId = uuid7Generator(Date.now);
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO balai.scopes (name, head, count, moved_by)
     SELECT name, 0, 0, pg_current_xact_id() FROM unnest($1::text[]) AS new (name) RETURNING id`,
    [Array.from({ length: channels }, () => `channel:${newId()}`)],
  );
  const heads = rows.map(({ id }) => ({ id, version: 0 }));
  const actor = newId();
  let sent = 0;
  return {
    async write(texts) {
      const messages = texts.map((text) => {
        const head = heads[sent++ % channels]!;
        return { id: newId(), scope: head.id, version: ++head.version, text };
      });
      const moved = Array.from({ length: Math.min(texts.length, channels) }, (_, back) => {
        return heads[(sent - 1 - back) % channels]!;
      });
      await client.query('BEGIN');
      await client.query({
        name: `rows-${texts.length}`,
        text: `INSERT INTO balai.rows (scope_id, version, kind, id, deleted, position, parent, json)
               VALUES ${places(texts.length, 8)}`,
        values: messages.flatMap(({ id, scope, version: at, text }) => [
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
        name: 'heads',
        text: `UPDATE balai.scopes
               SET head = moved.head, count = moved.head, moved_by = pg_current_xact_id()
               FROM unnest($1::integer[], $2::bigint[]) AS moved (id, head)
               WHERE scopes.id = moved.id`,
        values: [moved.map(({ id }) => id), moved.map(({ version }) => version)],
      });
      await client.query('COMMIT');
    },
    close: () => client.end(),
  };
}
