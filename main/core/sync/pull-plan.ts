import { channelOf, orgScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Range, Scopes, ScopeState } from '../cache/scopes.ts';

export interface Pull {
  readonly scope: Scope;
  readonly after: number;
  readonly upTo: number | null;
  readonly limit: number;
}

/** `lazy`: the directory is too large to keep. */
export type Directory = 'full' | 'lazy';

/** Rows of the first page of a channel that nobody looks at: its newest screenful. */
const GLANCE_ROWS = 50;
const OPEN_ROWS = 120;
/** Small enough that applying a page never holds up a key press. */
const BACKFILL_ROWS = 250;

export interface PlanInput {
  scopes: Scopes;
  own: Scope;
  open: Scope | null;
  directory: Directory;
  /** Scopes that a pull is under way for, and those that the relay refused. */
  busy: (scope: Scope) => boolean;
}

/**
 * S6: what to fetch next. First what makes the screen true (the person's own scope, the workspace,
 * the open channel), then the newest page of each other channel, then holes, newest first; so that
 * one is usable at once however long one was away.
 */
export function nextPull(input: PlanInput): Pull | undefined {
  const { scopes, own, open, busy } = input;
  const behind: ScopeState[] = [];
  for (const scope of scopes.all()) {
    if (scope.head > scope.cursor && !busy(scope.name)) behind.push(scope);
  }
  const rank = (scope: ScopeState): number => {
    if (scope.name === own) return 0;
    if (scope.name === open) return 1;
    if (scope.name === orgScope) return 2;
    return 3;
  };
  behind.sort((a, b) => rank(a) - rank(b) || b.lastAt - a.lastAt || b.head - a.head);
  const first = behind[0];
  if (first !== undefined) {
    // In a hole of the own scope may be mentions, which the sidebar tells, and channels to fetch.
    if (first.name !== own) {
      const mine = ownHole(input);
      if (mine !== undefined) return mine;
    }
    const glance = channelOf(first.name) !== undefined && first.name !== open;
    const limit = first.name === open ? OPEN_ROWS : glance ? GLANCE_ROWS : BACKFILL_ROWS;
    return { scope: first.name, after: first.cursor, upTo: null, limit };
  }
  return holePull(input);
}

function ownHole({ scopes, own, busy }: PlanInput): Pull | undefined {
  const id = busy(own) ? undefined : scopes.knownId(own);
  const hole = id === undefined ? undefined : scopes.holes(id)[0];
  return hole && { scope: own, after: hole.low, upTo: hole.high, limit: BACKFILL_ROWS };
}

/**
 * Whether a hole is to be filled. Of a large directory what was there before this computer came
 * is not; but what has changed since is, since it may concern people who are kept here.
 */
export const isFilled = (scope: Scope, hole: Range, directory: Directory): boolean =>
  scope !== orgScope || directory === 'full' || hole.low > 0;

/**
 * Within a scope always the newest part of the newest hole. A message that was changed since has
 * its version further up; so once everything above a page is here, no message that stands in the
 * page's positions is missing.
 */
function holePull({ scopes, own, open, directory, busy }: PlanInput): Pull | undefined {
  const holes = scopes.allHoles();
  if (holes.length === 0) return undefined;
  const states = new Map(scopes.all().map((scope) => [scope.id, scope]));
  let best: { state: ScopeState; low: number; high: number; rank: number } | undefined;
  for (const hole of holes) {
    const state = states.get(hole.scopeId);
    if (state === undefined || busy(state.name)) continue;
    if (!isFilled(state.name, hole, directory)) continue;
    const rank = state.name === own ? 0 : state.name === open ? 1 : state.name === orgScope ? 2 : 3;
    const better =
      best === undefined ||
      rank < best.rank ||
      (rank === best.rank && state.lastAt > best.state.lastAt) ||
      (state.id === best.state.id && hole.high > best.high);
    if (better) best = { state, low: hole.low, high: hole.high, rank };
  }
  return best === undefined
    ? undefined
    : { scope: best.state.name, after: best.low, upTo: best.high, limit: BACKFILL_ROWS };
}
