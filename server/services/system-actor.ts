import type { AnySpec, CommandSpec } from '../../shared/commands/command.ts';
import type { OpId, UserId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { uuidOf } from '../../shared/domain/uuid.ts';
import type { Submitted } from '../store/port.ts';

/** The relay itself: the admin command line, importers. Nobody signs in as it. */
export const systemActor: Actor = { userId: uuidOf('system') as UserId, role: 'system' };

/** A command of the relay's own. Its arguments come from code, so the types are their check. */
export const bySystem = <Name extends string, Args>(
  spec: CommandSpec<Name, Args>,
  op: OpId,
  args: Args,
): Submitted => ({
  op,
  actor: systemActor,
  spec: spec as unknown as AnySpec,
  args: args as never,
});
