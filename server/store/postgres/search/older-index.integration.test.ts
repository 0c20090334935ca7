import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageId } from '../../../../shared/domain/ids.ts';
import { found, say } from '../../contract/asking.ts';
import { Office } from '../../contract/office.ts';
import { immediateClock } from '../../testing/immediate-clock.ts';
import {
  startCluster,
  whyNoCluster,
  type PostgresCluster,
} from '../../testing/postgres-cluster.ts';
import { Database } from '../database.ts';
import { storeOn } from '../open.ts';

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'an older index'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  it('gets what an earlier version did not hold, and finds words meanwhile', async () => {
    const db = new Database(await cluster.database(), 2);
    const options = { clock: immediateClock, random: () => 0.5 };
    const o = new Office(await storeOn(db, options));
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    const [first] = await say(o, ayu, umum, 'stok satu', 'stok dua');
    const at = { channelId: umum, messageId: first as MessageId };
    await o.run(o.command(ayu, 'pin.add', at));
    expect(await found(o, ayu, '', { pinned: true })).toEqual(['stok satu']);
    // As it was before: no such word in the index, and no such step of the schema.
    const sql = async (text: string) => db.read({ text });
    await sql(`UPDATE balai.search SET tokens = array_remove(tokens, '\u00a4i')`);
    await sql('DELETE FROM balai.migrations WHERE number = 4');
    expect(await found(o, ayu, '', { pinned: true })).toEqual([]);
    const store = await storeOn(db, options);
    const { rows } = await db.transaction('BEGIN READ ONLY', async (connection) =>
      connection.run<[string[]]>({ text: 'SELECT tokens FROM balai.search' }, []),
    );
    expect(rows).toHaveLength(2);
    while (await store.indexWords());
    expect(await found(o, ayu, '', { pinned: true })).toEqual(['stok satu']);
    await store.close();
  });
});
