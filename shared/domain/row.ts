import { z } from 'zod';

/**
 * Every synced thing is a row of some kind. `version` is the number that its scope gave to its
 * last change (S2); `id` is unique within (scope, kind).
 */
export const rowBase = {
  id: z.string().min(1).max(160),
  version: z.number().int().nonnegative(),
};

/** What is left of a removed row, so that a delta can tell of it (S2). */
export interface Tombstone {
  kind: string;
  id: string;
  version: number;
  deleted: true;
}

export const timestamp = z.number().int().nonnegative();
