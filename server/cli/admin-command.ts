import type { Clock } from '../../shared/domain/clock.ts';
import type { Store } from '../store/port.ts';
import type { People } from '../services/accounts/people.ts';
import type { Terminal } from './terminal.ts';

export interface Option {
  /** What stands behind it in the help; undefined for a switch. */
  readonly value?: string;
  readonly needed?: boolean;
  readonly help: string;
}

/** A command's parsed words. */
export interface Words {
  /** Values of options by their names. */
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
  /** By the names that the command gives them. */
  readonly operands: Readonly<Record<string, string>>;
}

export interface AdminContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly people: People;
  readonly terminal: Terminal;
}

/** What a command tells: for people, and the same for scripts. */
export interface Told {
  readonly text: string;
  readonly json: unknown;
}

interface CommandShape {
  /** `user add` */
  readonly name: string;
  readonly help: string;
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
}

/** Works on the workspace that the line names. */
export interface AdminCommand extends CommandShape {
  /** Whether it may begin a new workspace where there is none. */
  readonly begins: boolean;
  /** @throws {UsageError} with a sentence that says what to do */
  run(context: AdminContext, words: Words): Promise<Told>;
}

/** Names in its own words what it works on. */
export interface FreeCommand extends CommandShape {
  /** @throws {UsageError} with a sentence that says what to do */
  runFree(terminal: Terminal, words: Words): Promise<Told>;
}

export type AnyCommand = AdminCommand | FreeCommand;
