import type { Urgent } from '../../../shared/domain/kinds/urgent.ts';
import { registryScope } from '../../../shared/domain/scope.ts';
import type { Store } from '../../store/port.ts';
import { eachRow } from '../../store/read-row.ts';

/** The newest are told one by one, as many as fit a screen. */
const SHOWN = 20;

export interface CountedUrgent {
  /** Each who did, the most first. */
  readonly people: readonly { readonly userId: string; readonly count: number }[];
  /** The newest first. */
  readonly newest: readonly Urgent[];
}

/** Counts who sent urgent messages, which ring outside working hours. */
export async function countUrgent(store: Store): Promise<CountedUrgent> {
  const all: Urgent[] = [];
  for await (const row of eachRow(store, registryScope, 'urgent')) all.push(row);
  all.sort((a, b) => b.at - a.at);
  const counts = new Map<string, number>();
  for (const { authorId } of all) counts.set(authorId, (counts.get(authorId) ?? 0) + 1);
  const people = [...counts]
    .map(([userId, count]) => ({ userId, count }))
    .sort((a, b) => b.count - a.count || (a.userId < b.userId ? -1 : 1));
  return { people, newest: all.slice(0, SHOWN) };
}
