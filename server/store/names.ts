import type { Row } from '../../shared/domain/registry.ts';
import { orgScope, type Scope } from '../../shared/domain/scope.ts';

/** Words beyond these narrow a search no further. */
const MAX_WORDS = 4;

/** One person or public channel as `find` looks for them. */
export interface DirectoryEntry {
  readonly kind: 'user' | 'channel';
  readonly id: string;
  /** False for people who were disabled and channels that were archived: they are not found. */
  readonly live: boolean;
  readonly sort: string;
  readonly words: string;
}

/** Without case and accents, so that `jose` finds José; stores compare plain strings. */
export const foldName = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Undefined for rows that nobody looks for by name. */
export function directoryEntry(scope: Scope, row: Row | null): DirectoryEntry | undefined {
  if (scope !== orgScope || row === null) return undefined;
  if (row.kind === 'user') {
    const sort = foldName(row.displayName);
    const live = row.disabledAt === null;
    return { kind: 'user', id: row.id, live, sort, words: `${sort} ${foldName(row.name)}` };
  }
  if (row.kind === 'channel') {
    const sort = foldName(row.name);
    return { kind: 'channel', id: row.id, live: row.archivedAt === null, sort, words: sort };
  }
  return undefined;
}

/** The words that a name must hold, each; none for an empty query, which finds everybody. */
export const queryWords = (query: string): string[] =>
  foldName(query)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
