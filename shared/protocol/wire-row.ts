import { z } from 'zod';
import { isKind, kinds, type Row } from '../domain/registry.ts';
import type { Tombstone } from '../domain/row.ts';

/**
 * A row on the wire. Frames only check this much; `parseRow` checks the rest, row by row, so that
 * one row of a kind that a client does not know yet spoils nothing.
 */
export const wireRow = z.looseObject({
  kind: z.string().min(1).max(40),
  id: z.string().min(1).max(160),
  version: z.number().int().nonnegative(),
  deleted: z.literal(true).optional(),
});
export type WireRow = z.infer<typeof wireRow>;

/** The typed row, a tombstone, or undefined for a kind or a shape that this side does not know. */
export function parseRow(row: WireRow): Row | Tombstone | undefined {
  if (row.deleted === true) {
    return { kind: row.kind, id: row.id, version: row.version, deleted: true };
  }
  if (!isKind(row.kind)) return undefined;
  const parsed = kinds[row.kind].schema.safeParse(row);
  return parsed.success ? parsed.data : undefined;
}

export const isTombstone = (row: Row | Tombstone): row is Tombstone => 'deleted' in row;
