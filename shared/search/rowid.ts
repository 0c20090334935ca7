/** Places for messages in a second: enough for a busy company, and dense. */
const PER_SECOND = 64;

/**
 * Where a message of this time (ms) stands in the order of time that the cache and the index
 * share, if its place is free. The index writes distances between rowids, so places as fine as
 * microseconds would make it twice as large.
 */
export const rowidAt = (createdAt: number): number => Math.floor((createdAt * PER_SECOND) / 1000);

/**
 * A free place from this time on, next to those that `taken` has: a whole group of commands has one
 * time, and an imported archive may know no seconds. Strides double until one is free, then halve
 * back, so that a burst of thousands costs little and still stands within its seconds.
 */
export function freeRowid(createdAt: number, taken: (rowid: number) => boolean): number {
  const first = rowidAt(createdAt);
  if (!taken(first)) return first;
  let [low, free] = [0, 1];
  while (taken(first + free)) [low, free] = [free, free * 2];
  while (free - low > 1) {
    const middle = Math.floor((low + free) / 2);
    if (taken(first + middle)) low = middle;
    else free = middle;
  }
  return first + free;
}
