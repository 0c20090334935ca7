/** Places for messages in a second: enough for a busy company, and dense. */
const PER_SECOND = 64;

/**
 * Where a message of this time (ms) stands in the order of time that the cache and the index
 * share, if its place is free. The index writes distances between rowids, so places as fine as
 * microseconds would make it twice as large.
 */
export const rowidAt = (createdAt: number): number => Math.floor((createdAt * PER_SECOND) / 1000);

/** The first place from this time on that `taken` leaves; strides double, so bursts stay cheap. */
export function freeRowid(createdAt: number, taken: (rowid: number) => boolean): number {
  const first = rowidAt(createdAt);
  let rowid = first;
  for (let stride = 1; taken(rowid); stride *= 2) rowid = first + stride;
  return rowid;
}
