import type { CommandName } from '../../../shared/commands/registry.ts';

/**
 * Commands that the core gives by itself. Nothing in one that is refused could be recovered, and
 * nobody can do anything about it: it is forgotten (S7).
 */
const UNWRITTEN: ReadonlySet<CommandName> = new Set([
  'marker.set',
  'reminder.claim',
  'reminder.told',
]);

export const isUnwritten = (name: CommandName): boolean => UNWRITTEN.has(name);
