import type { AnySpec, CommandSpec } from '../../shared/commands/command.ts';
import type { OpId, UserId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { uuidOf } from '../../shared/domain/uuid.ts';
import type { Submitted } from '../store/port.ts';

/** The relay itself: the admin command line, importers. Nobody signs in as it. */
export const systemActor: Actor = { userId: uuidOf('system') as UserId, role: 'system' };

/** A command that code submits. Its arguments come from code, so the types are their check. */
export const byActor = <Name extends string, Args>(
  actor: Actor,
  spec: CommandSpec<Name, Args>,
  op: OpId,
  args: Args,
): Submitted => ({
  ...{ op, actor },
  spec: spec as unknown as AnySpec,
  args: args as never,
});

/** A command of the relay's own. */
export const bySystem = <Name extends string, Args>(
  spec: CommandSpec<Name, Args>,
  op: OpId,
  args: Args,
): Submitted => byActor(systemActor, spec, op, args);
