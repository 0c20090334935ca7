import { createHash, type Hash } from 'node:crypto';
import { fields, tables, type Batch, type Table, type Transferable } from './transfer.ts';

/** How many records were copied, of each table. */
export type Copied = Readonly<Record<Table, number>>;

/** What arrived is not what was sent. The target was left empty. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers';

  constructor(table: Table, sent: number, arrived: number) {
    const what = sent === arrived ? 'their contents differ' : `${arrived} of ${sent} arrived`;
    super(`${table} did not arrive as they were sent: ${what}`);
  }
}

/**
 * Copies a whole workspace into an empty store of any engine, reads it back, compares the counts
 * and checksums of all tables, and only then commits. The relay must not run meanwhile.
 *
 * @param progress hears how many records have been sent so far
 * @throws {StoreNotEmpty} where the target is in use
 * @throws {CopyDiffers} where something did not arrive as it was sent
 */
export async function copyStore(
  from: Pick<Transferable, 'dump'>,
  to: Pick<Transferable, 'load'>,
  progress: (records: number) => void = () => {},
): Promise<Copied> {
  const sent = new Sums();
  await to.load(async (loading) => {
    for await (const batch of from.dump()) {
      sent.add(batch);
      await loading.put(batch);
      progress(sent.total);
    }
    const arrived = new Sums();
    for await (const batch of loading.dump()) arrived.add(batch);
    sent.compare(arrived);
  });
  return sent.counts();
}

interface Sum {
  count: number;
  readonly hash: Hash;
}

/** Counts and checksums of records in their order. */
class Sums {
  readonly #sums = new Map<Table, Sum>(
    tables.map((table) => [table, { count: 0, hash: createHash('sha256') }]),
  );
  total = 0;

  add({ table, records }: Batch): void {
    const sum = this.#sums.get(table)!;
    const names: readonly string[] = fields[table];
    for (const record of records) {
      const values = names.map((name) =>
        comparable((record as unknown as Record<string, unknown>)[name]),
      );
      sum.hash.update(`${JSON.stringify(values)}\n`);
    }
    sum.count += records.length;
    this.total += records.length;
  }

  compare(arrived: Sums): void {
    for (const [table, { count, hash }] of this.#sums) {
      const other = arrived.#sums.get(table)!;
      const same = hash.digest('hex') === other.hash.digest('hex');
      if (!same) throw new CopyDiffers(table, count, other.count);
    }
  }

  counts(): Copied {
    return Object.fromEntries(
      tables.map((table) => [table, this.#sums.get(table)!.count]),
    ) as Copied;
  }
}

/** PostgreSQL keeps no NUL in a text; see its `values.ts`. */
const comparable = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
