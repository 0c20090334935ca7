import type { z } from 'zod';
import type { OpId } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Kind, Rows } from '../domain/registry.ts';
import type { Scope } from '../domain/scope.ts';

/** Names one row. */
export interface Key {
  readonly scope: Scope;
  readonly kind: Kind;
  readonly id: string;
}

/** A row as a command writes it: the scope gives the version. */
export type NewRow<K extends Kind = Kind> = K extends Kind ? Omit<Rows[K], 'version'> : never;

/**
 * What a command sees and changes. The relay backs it by its store and keeps what was put; the
 * client backs it by its cache and shows what was put as an overlay (S8). A command that returns
 * a refusal has changed nothing: what it put before is dropped.
 */
export interface Work {
  readonly actor: Actor;
  /** ms. The relay's clock decides (S15); on the client it only dates what is not yet sent. */
  readonly now: number;
  /** S1: the command's own id, which is also the id of the one thing that it creates. */
  readonly op: OpId;
  get<K extends Kind>(scope: Scope, kind: K, id: string): Rows[K] | undefined;
  put(scope: Scope, row: NewRow): void;
  /** Leaves a tombstone. A row that is not there stays not there. */
  remove(scope: Scope, kind: Kind, id: string): void;
  /** The version that the next `put` into the scope gets: a new message's position (S5). */
  nextVersion(scope: Scope): number;
  /** The channel's count of countable messages, `by` (0 or 1) higher. */
  countMessage(scope: Scope, by: 0 | 1): number;
}

/**
 * One command, written once: the relay carries it out with authority, the client runs the same
 * function for its optimistic overlay. It must be pure: no clock, no chance, no memory.
 */
export interface CommandSpec<Name extends string, Args> {
  readonly name: Name;
  readonly args: z.ZodType<Args>;
  /** S7: commands of one lane go out first in, first out. */
  lane(args: Args, actor: Actor, op: OpId): Scope;
  /** The rows it may read or write, so that a store can fetch and lock those of a whole group at once. */
  needs(args: Args, actor: Actor, op: OpId): Key[];
  /** Further rows that only the first ones tell of. */
  follow?(work: Pick<Work, 'get' | 'op' | 'actor'>, args: Args): Key[];
  /** And those that only `follow`'s tell of: for a command that carries out another one. */
  further?(work: Pick<Work, 'get' | 'op' | 'actor'>, args: Args): Key[];
  run(work: Work, args: Args): Refusal | undefined;
  /**
   * For commands that only state the newest value of one thing (a draft, a read marker): while
   * unsent, a later one with the same key takes the earlier one's place.
   */
  supersedes?(args: Args): string;
}

/** Any command; its arguments must have been parsed by its own schema. */
export type AnySpec = CommandSpec<string, never>;

export function defineCommand<Name extends string, Args>(
  spec: CommandSpec<Name, Args>,
): CommandSpec<Name, Args> {
  return spec;
}

export const refuse = (code: Refusal['code'], current?: Refusal['current']): Refusal =>
  current === undefined ? { code } : { code, current };
