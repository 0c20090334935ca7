import type { Kind, Row } from '../../shared/domain/registry.ts';
import type { LoadedRow } from '../services/commands/group-rows.ts';

/** What nearly every command reads, and few change: who is in which channel. */
export const kept: ReadonlySet<Kind> = new Set<Kind>(['channel', 'member']);

/** What is asked for often is parsed once. */
export const parsed = (row: LoadedRow): LoadedRow =>
  row.deleted ? row : { ...row, known: JSON.parse(row.json) as Row };

/**
 * Groups that are looked up before they are written, once one had a command that came again: after
 * a restart many do.
 */
export const LOOKED_UP = 64;
