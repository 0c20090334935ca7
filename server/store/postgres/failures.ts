import pg from 'pg';
import { StoreUnavailable } from '../port.ts';

/**
 * By class of SQLSTATE: lost connections, no resources or a full disk, a server that goes down or
 * comes up, a failed disk, a standby, refused sign-in, no such database, conflicts that did not
 * end, locks and statements that took too long, a damaged database.
 */
const states = /^(08|53|57|58|25006|28|3D|40|55|XX)/;

/** What Node and the driver say of a connection that is lost, refused or closed. */
const driver =
  /^(connection terminated|timeout exceeded|query read timeout|client (was closed|has encountered)|cannot use a pool|connection ended|the server does not support|.*certificate)/i;

/** `StoreUnavailable` where the server or the way to it failed, and otherwise the error itself. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error;
  const failed =
    error instanceof pg.DatabaseError
      ? states.test(error.code ?? '')
      : 'syscall' in error || driver.test(error.message) || error instanceof AggregateError;
  return failed ? new StoreUnavailable(error.message || error.name, { cause: error }) : error;
}

/** Another node was in the way. The whole transaction may be tried again. */
export class InTheWay extends Error {
  override readonly name = 'InTheWay';
}

/** Something of a group was taken for new and was there. The group has to be looked up first. */
export class Taken extends Error {
  override readonly name = 'Taken';
}

/** Serialization failure, deadlock, and a lock that was not to be waited for. */
const conflicts = /^(40001|40P01|55P03)$/;
/** Somebody else made the scope, or carried out the op, a moment ago. */
const races = ['scopes_by_name', 'ops_by_op'];
/** What a group took for new was there. */
const taken = ['ops_by_op', 'rows_by_key'];

/**
 * `InTheWay` where a statement of a group failed for what another node did at the same time.
 *
 * @param guessed whether the group's ids were taken for new: then `Taken`, where one was not
 */
export function asInTheWay(error: unknown, guessed: boolean): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = '', constraint = '' } = error;
  if (guessed && code === '23505' && taken.includes(constraint)) {
    return new Taken(error.message, { cause: error });
  }
  const isRace = code === '23505' && races.includes(constraint);
  return isRace || conflicts.test(code) ? new InTheWay(error.message, { cause: error }) : error;
}
