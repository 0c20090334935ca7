import type { AnySpec } from '../../../../shared/commands/command.ts';
import { commands } from '../../../../shared/commands/registry.ts';
import type { OpId, UserId } from '../../../../shared/domain/ids.ts';
import type { Actor } from '../../../../shared/domain/permissions.ts';
import type { Kind } from '../../../../shared/domain/registry.ts';
import type { Scope } from '../../../../shared/domain/scope.ts';
import type { GroupResult, Outcome, ScopeChange, StoredRow, Submitted } from '../../port.ts';
import type { Committed } from '../commit.ts';

/*
 * A group and what became of it on their way between threads. Plain texts and flat lists: a clone
 * of many small objects costs several times as much.
 */

/** What the thread is started with. */
export interface CommitPlace {
  readonly file: string;
  readonly busyMs: number | undefined;
}

export type CommitAsk =
  | { readonly ask: 'ready' | 'close' }
  | {
      readonly ask: 'commit';
      readonly now: number;
      readonly commands: string;
      /** Handed over before the one before it was answered. */
      readonly behind: boolean;
    };

type PackedCommand = [op: OpId, userId: UserId, role: Actor['role'], name: string, args: unknown];
/** Four values a row: kind, id, version, json. */
type PackedRows = (string | number)[];

interface PackedChange extends Omit<ScopeChange, 'rows'> {
  readonly rows: PackedRows;
}
interface Fault {
  /** Of the command, in its group. */
  readonly index: number;
  readonly message: string;
  readonly stack: string | undefined;
}
export interface PackedCommitted {
  readonly tick: number;
  readonly outcomes: string;
  readonly changes: readonly PackedChange[];
  readonly faults: readonly Fault[];
}

/** Whether the other thread knows the command as well; its arguments are what JSON can say. */
export const isShared = ({ spec }: Submitted): boolean => commands.get(spec.name) === spec;

export const packGroup = (group: readonly Submitted[]): string =>
  JSON.stringify(
    group.map(({ op, actor, spec, args }): PackedCommand => {
      return [op, actor.userId, actor.role, spec.name, args];
    }),
  );

export const unpackGroup = (text: string): Submitted[] =>
  (JSON.parse(text) as PackedCommand[]).map(([op, userId, role, name, args]) => {
    const spec: AnySpec = commands.get(name)!;
    return { op, actor: { userId, role }, spec, args: args as never };
  });

export const packCommitted = (
  { result, tick }: Committed,
  faults: readonly Fault[],
): PackedCommitted => ({
  ...{ tick, faults, outcomes: JSON.stringify(result.outcomes) },
  changes: result.changes.map(({ rows, ...change }) => {
    const packed: PackedRows = [];
    for (const { kind, id, version, json } of rows) packed.push(kind, id, version, json);
    return { ...change, rows: packed };
  }),
});

export const unpackResult = ({ outcomes, changes }: PackedCommitted): GroupResult => ({
  outcomes: JSON.parse(outcomes) as Outcome[],
  changes: changes.map((change) => ({ ...change, rows: unpackRows(change.scope, change.rows) })),
});

function unpackRows(scope: Scope, packed: PackedRows): StoredRow[] {
  const rows: StoredRow[] = [];
  for (let at = 0; at < packed.length; at += 4) {
    const [kind, id, version, json] = packed.slice(at, at + 4) as [Kind, string, number, string];
    rows.push({ scope, kind, id, version, json });
  }
  return rows;
}
