import type { Tokens } from '../../../../shared/search/match.ts';
import type { Statement } from '../database.ts';
import type { Value } from '../values.ts';
import { markColumns, type MarkColumns } from './beside.ts';

/** Rows that one page reads at most. */
export const MOST_READ = 400;
/** What is said often is found among the newest messages: so many are looked at before the index. */
const NEWEST = 3_000;
/** Entries that one page looks at where no list of the index leads to what is wanted. */
const WINDOW = 10_000;

export type Found = [
  ...[at: number, id: string, scopeId: number, version: number, json: string],
  ...MarkColumns,
];

/** Where to look, and for what. */
export interface Asked {
  /** Only below it, in the order of time and id. */
  readonly below: { readonly at: number; readonly id: string };
  /** from <= time < to, ms. */
  readonly from: number;
  readonly to: number;
  readonly scopeIds: readonly number[];
  readonly tokens: Tokens;
  /** Only these; null: all. */
  readonly among: readonly string[] | null;
  /** Whether to read what the rows beside a message say. */
  readonly marks: boolean;
}

const PLACED = '(at, search.id) < ($1, $2) AND at >= $3 AND at < $4';
const ORDER = 'ORDER BY at DESC, id DESC';

/**
 * `newest`: among the newest entries alone. `window`: likewise, of a larger number. `whole`: in all
 * of the index, by its lists.
 */
export type Part = 'newest' | 'window' | 'whole';

/** Where no list of the index and no ids lead to what is wanted, its entries are gone through. */
export const partsOf = ({ tokens, among }: Asked): Part[] => {
  if (among !== null) return ['whole'];
  return ['newest', tokens.must.length === 0 ? 'window' : 'whole'];
};

/** The rows that the index leads to, newest first. */
export function candidates(asked: Asked, part: Part): { statement: Statement; values: Value[] } {
  const values = placed(asked);
  const conditions: string[] = [];
  const where = (condition: (value: string) => string, value: Value, type = 'text'): void => {
    conditions.push(condition(`$${values.push(value)}::${type}[]`));
  };
  const { must, not } = asked.tokens;
  where((it) => `scope_id = ANY (${it})`, [...asked.scopeIds], 'integer');
  if (asked.among !== null) where((it) => `search.id = ANY (${it})`, [...asked.among]);
  const single = must.flatMap((any) => (any.length === 1 ? any : []));
  if (single.length > 0) where((it) => `tokens @> ${it}`, single);
  for (const any of must) if (any.length > 1) where((it) => `tokens && ${it}`, [...any]);
  if (not.length > 0) where((it) => `NOT tokens && ${it}`, [...not]);
  const most = part === 'newest' ? NEWEST : WINDOW;
  const table =
    part === 'whole'
      ? 'balai.search'
      : `(SELECT * FROM balai.search WHERE ${PLACED} ${ORDER} LIMIT ${most}) AS search`;
  const all = [...(part === 'whole' ? [PLACED] : []), ...conditions].join(' AND ');
  const marks = asked.marks ? markColumns('named') : 'NULL, NULL, NULL';
  const text = `
    SELECT named.at, named.id, named.scope_id, rows.version, rows.json, ${marks}
    FROM (SELECT at, id, scope_id FROM ${table} WHERE ${all} ${ORDER} LIMIT ${MOST_READ}) AS named
    JOIN balai.rows ON rows.scope_id = named.scope_id AND rows.kind = 'message'
      AND rows.id = named.id AND NOT rows.deleted
    ORDER BY named.at DESC, named.id DESC`;
  return { statement: { text }, values };
}

/** The last entry of the window; none where it reaches the end. */
export const windowEnd = (asked: Asked): { statement: Statement; values: Value[] } => ({
  statement: {
    text: `SELECT at, id FROM balai.search WHERE ${PLACED} ${ORDER} OFFSET ${WINDOW - 1} LIMIT 1`,
  },
  values: placed(asked),
});

const placed = ({ below, from, to }: Asked): Value[] => [below.at, below.id, from, to];
