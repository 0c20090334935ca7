import type { OpId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Kind, Row, Rows } from '../domain/registry.ts';
import type { Scope } from '../domain/scope.ts';
import type { CommandSpec, Work } from './command.ts';

/**
 * Carries out a command inside another one, under an id of its own. Where it refuses, nothing of it
 * is left, and the outer command goes on: so it is tried first on a copy that is thrown away.
 */
export function runWithin<Args>(
  work: Work,
  op: OpId,
  spec: CommandSpec<string, Args>,
  args: Args,
): Refusal | undefined {
  return spec.run(rehearsal(work, op), args) ?? spec.run(under(work, op), args);
}

const under = (work: Work, op: OpId): Work => ({
  ...{ actor: work.actor, now: work.now, op },
  get: (scope, kind, id) => work.get(scope, kind, id),
  put: (scope, row) => work.put(scope, row),
  remove: (scope, kind, id) => work.remove(scope, kind, id),
  nextVersion: (scope) => work.nextVersion(scope),
  countMessage: (scope, by) => work.countMessage(scope, by),
});

function rehearsal(work: Work, op: OpId): Work {
  const rows = new Map<string, Row | null>();
  const versions = new Map<Scope, number>();
  const counts = new Map<Scope, number>();
  const next = (scope: Scope): number => versions.get(scope) ?? work.nextVersion(scope);
  const set = (scope: Scope, kind: Kind, id: string, row: Row | null): void => {
    rows.set(`${scope} ${kind} ${id}`, row);
    versions.set(scope, next(scope) + 1);
  };
  const get: Work['get'] = <K extends Kind>(scope: Scope, kind: K, id: string) => {
    const own = rows.get(`${scope} ${kind} ${id}`);
    return own === undefined ? work.get(scope, kind, id) : ((own as Rows[K] | null) ?? undefined);
  };
  return {
    ...{ actor: work.actor, now: work.now, op, get },
    put: (scope, row) => set(scope, row.kind, row.id, { ...row, version: next(scope) }),
    remove(scope, kind, id) {
      if (get(scope, kind, id) !== undefined) set(scope, kind, id, null);
    },
    nextVersion: next,
    countMessage(scope, by) {
      const count = (counts.get(scope) ?? work.countMessage(scope, 0)) + by;
      counts.set(scope, count);
      return count;
    },
  };
}
