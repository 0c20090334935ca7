import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import type { Mode } from '../../shared/search/terms.ts';
import type { Wanted } from '../../shared/search/wanted.ts';
import type { StoredRow } from './port.ts';

export interface SearchQuestion {
  readonly wanted: Wanted;
  /** What is saved and unread is so to them. */
  readonly asker: UserId;
  /** The channels whose messages the asker may read now; nothing of others is found. */
  readonly readable: readonly ChannelId[];
  /** `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

export interface SearchPage {
  /** Messages as they are now, newest first. */
  readonly rows: readonly StoredRow[];
  /** `parts`: whole words filled no page, so words were looked for inside of words too. */
  readonly mode: Mode;
  /** Null at the end. A page may be short and have one: so much was read for it. */
  readonly next: string | null;
}

/** Where an engine goes on, in its own words, and how words are looked for from there. */
export interface SearchCursor {
  readonly mode: Mode;
  /** Only what stands below it; null: from the newest. */
  readonly below: string | null;
}

/** What is no cursor of ours begins with the newest. */
function readCursor(after: string | null): SearchCursor {
  const [, mode, below] = /^(words|parts):([\w/-]{1,80})$/.exec(after ?? '') ?? [];
  if (mode === undefined || below === undefined) return { mode: 'words', below: null };
  return { mode: mode as Mode, below };
}

/** One page in one mode: what an engine finds. */
export interface FoundPage {
  readonly rows: readonly StoredRow[];
  /** Where the next one begins; null at the end. */
  readonly below: string | null;
}

/**
 * Whole words first; where these fill no first page, words are looked for inside of words, which
 * finds the former too. As the client does in its cache.
 */
export function* searchPages({
  wanted,
  after,
  limit,
}: SearchQuestion): Generator<SearchCursor, SearchPage, FoundPage> {
  const cursor = readCursor(after);
  const page = asPage(cursor.mode, yield cursor);
  const enough = after !== null || page.next !== null;
  if (enough || !wanted.terms.some((term) => term.partial && !term.negated)) return page;
  const parts = asPage('parts', yield { ...cursor, mode: 'parts' });
  // Cut short before it found as much: the whole words are all here.
  return parts.next !== null && parts.rows.length < limit ? page : parts;
}

const asPage = (mode: Mode, { rows, below }: FoundPage): SearchPage => ({
  ...{ rows, mode },
  next: below === null ? null : `${mode}:${below}`,
});
