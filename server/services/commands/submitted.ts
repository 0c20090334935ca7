import { z } from 'zod';
import type { AnySpec } from '../../../shared/commands/command.ts';
import { commands } from '../../../shared/commands/registry.ts';
import type { OpId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import type { RefusalCode } from '../../../shared/domain/refusal.ts';
import { userScope } from '../../../shared/domain/scope.ts';
import type { Submitted } from '../../store/port.ts';

/** A command as it came in: nothing about it has been checked but its frame. */
export interface Incoming {
  readonly op: OpId;
  readonly name: string;
  readonly args: unknown;
}

/**
 * Looks a command up and parses its arguments. One that is unknown or malformed is submitted all
 * the same, as a command that only refuses: it keeps its place in the order, and its outcome is
 * kept like any other (S1).
 */
export function submitted(actor: Actor, { op, name, args }: Incoming): Submitted {
  const spec = commands.get(name);
  if (spec === undefined) return refusing(actor, op, name, 'unknown_command');
  const parsed = spec.args.safeParse(args);
  if (!parsed.success) return refusing(actor, op, name, 'invalid');
  return { op, actor, spec, args: parsed.data };
}

function refusing(actor: Actor, op: OpId, name: string, code: RefusalCode): Submitted {
  const spec: AnySpec = {
    name,
    args: z.never(),
    lane: () => userScope(actor.userId),
    needs: () => [],
    run: () => ({ code }),
  };
  return { op, actor, spec, args: undefined as never };
}
