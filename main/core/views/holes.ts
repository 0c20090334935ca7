import type { Range, ScopeState } from '../cache/scopes.ts';
import type { HoleView } from '../../../shared/rpc/views.ts';

/** A message's place, as far as holes care. */
export interface Place {
  position: number;
  /** How many countable messages stand up to here; null where nobody has told. */
  ordinal: number | null;
  /** Whether it is one of the channel's countable messages. */
  counts: boolean;
}

export interface HoleInput {
  /** Versions that were never fetched, and positions inside them that were. */
  holes: readonly Range[];
  islands: readonly Range[];
  scope: ScopeState | undefined;
  progress: number | null;
}

/**
 * S6: the hole between two neighbouring messages, if messages may be missing there. Without `before`
 * it is what lies above the last message, without `after` what lies below the first.
 */
export function holeBetween(
  input: HoleInput,
  after: Place | undefined,
  before: Place | undefined,
): HoleView | undefined {
  const low = (after?.position ?? 0) + 1;
  const top = Math.max(input.scope?.head ?? 0, input.scope?.cursor ?? 0);
  const high = before === undefined ? top : before.position - 1;
  if (low > high) return undefined;
  const unknown = (from: number, to: number): boolean =>
    from <= to && !input.islands.some((island) => island.low <= from && island.high >= to);
  const inHole = input.holes.some((hole) =>
    unknown(Math.max(low, hole.low + 1), Math.min(high, hole.high)),
  );
  // Beyond the cursor nothing has been fetched yet; what is here by itself may be beyond the head.
  const beyond = unknown(Math.max(low, (input.scope?.cursor ?? 0) + 1), high);
  if (!inHole && !beyond) return undefined;
  return {
    after: after?.position ?? 0,
    before: before?.position ?? top + 1,
    missing: missingBetween(input.scope?.count ?? 0, after, before),
    progress: input.progress,
  };
}

/** Countable messages between two places; null where it is not known, or none. */
function missingBetween(
  count: number,
  after: Place | undefined,
  before: Place | undefined,
): number | null {
  if (after?.ordinal === null || before?.ordinal === null) return null;
  const upTo = before === undefined ? count : before.ordinal - (before.counts ? 1 : 0);
  const missing = upTo - (after?.ordinal ?? 0);
  return missing > 0 ? missing : null;
}
