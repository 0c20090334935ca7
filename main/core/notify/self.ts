import type { User } from '../../../shared/domain/kinds/user.ts';
import { WORKSPACE_ROW, type Workspace } from '../../../shared/domain/kinds/workspace.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { offReason, type OffReason } from '../../../shared/domain/work-time.ts';
import type { Cache } from '../cache/cache.ts';

/** The person's own row, undefined before it has come, and the company's. */
export function selfOf(cache: Cache): { me: User | undefined; company: Workspace | undefined } {
  return {
    me: cache.overlay.get(orgScope, 'user', cache.userId),
    company: cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW),
  };
}

/** Why the person is off at a moment (ms); null while they work, and before their row has come. */
export function ownOffReason(cache: Cache, now: number): OffReason | null {
  const { me, company } = selfOf(cache);
  return me === undefined ? null : offReason(me, company, now);
}
