import type { Kind, Rows } from '../../shared/domain/registry.ts';
import type { Scope } from '../../shared/domain/scope.ts';
import type { Store, StoredRow } from './port.ts';

/** A stored row of a kind that is known: the store wrote it, so its shape is too. */
export const readRow = <K extends Kind>(_kind: K, stored: StoredRow): Rows[K] =>
  JSON.parse(stored.json) as Rows[K];

/** One row, or undefined where there is none. */
export async function getRow<K extends Kind>(
  store: Pick<Store, 'get'>,
  scope: Scope,
  kind: K,
  id: string,
): Promise<Rows[K] | undefined> {
  const [found] = await store.get([{ scope, kind, id }]);
  return found === undefined ? undefined : (JSON.parse(found.json) as Rows[K]);
}

/** All rows of one kind in a scope, fetched a page at a time. */
export async function* eachRow<K extends Kind>(
  store: Pick<Store, 'list'>,
  scope: Scope,
  kind: K,
): AsyncGenerator<Rows[K]> {
  const limit = 500;
  let after = '';
  for (;;) {
    const page = await store.list(scope, kind, after, limit);
    for (const { json } of page) yield JSON.parse(json) as Rows[K];
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    after = last.id;
  }
}
