import type { Scope } from '../../../shared/domain/scope.ts';
import type { ScopeHead } from '../port.ts';
import type { Database, Statement } from './database.ts';

export const HEADS: Statement = {
  name: 'scope-heads',
  text: 'SELECT name, head, count, id, moved_by FROM balai.scopes WHERE name = ANY($1)',
};

export type FoundScope = [scope: Scope, head: number, count: number, id: number, movedBy: string];

/** S2: the counters of scopes; a scope that nothing was written to has head 0. */
export async function headsOf(db: Database, scopes: readonly Scope[]): Promise<ScopeHead[]> {
  const found = await db.read<FoundScope>(HEADS, [scopes]);
  const heads = new Map(
    found.map(([scope, head, count]): [Scope, ScopeHead] => [scope, { scope, head, count }]),
  );
  return scopes.map((scope) => heads.get(scope) ?? { scope, head: 0, count: 0 });
}
