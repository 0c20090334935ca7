/** What tells one item of a list from another, where items have such a thing. */
function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, op, emoji } = item as { id?: unknown; op?: unknown; emoji?: unknown };
  const key = id ?? op ?? emoji;
  return typeof key === 'string' ? key : undefined;
}

function shareArray(before: unknown[], after: unknown[]): unknown[] {
  const byKey = new Map<string, unknown>();
  for (const item of before) {
    const key = keyOf(item);
    if (key !== undefined) byKey.set(key, item);
  }
  let same = before.length === after.length;
  const shared = after.map((item, i) => {
    const key = keyOf(item);
    const result = share(key === undefined ? before[i] : byKey.get(key), item);
    if (result !== before[i]) same = false;
    return result;
  });
  return same ? before : shared;
}

function shareObject(before: object, after: object): object {
  const old = before as Record<string, unknown>;
  const keys = Object.keys(after);
  let same = Object.keys(old).length === keys.length;
  const shared: Record<string, unknown> = {};
  for (const key of keys) {
    const result = share(old[key], (after as Record<string, unknown>)[key]);
    if (result !== old[key] || !Object.hasOwn(old, key)) same = false;
    shared[key] = result;
  }
  return same ? before : shared;
}

/**
 * `after`, with every part that equals its counterpart in `before` replaced by it: what did not
 * change keeps its identity, so that memoised components of it are not drawn again. Items of
 * lists are matched by `id`, `op` or `emoji`, so that one more at the front changes no other.
 * Both are plain data, as the RPC carries it.
 */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (typeof before !== 'object' || before === null) return after;
  if (typeof after !== 'object' || after === null) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  return (
    Array.isArray(after) ? shareArray(before as unknown[], after) : shareObject(before, after)
  ) as T;
}
