import { z } from 'zod';
import { ACTIVITY_ROW } from '../domain/kinds/activity.ts';
import { timestamp } from '../domain/row.ts';
import { userScope } from '../domain/scope.ts';
import { defineCommand } from './command.ts';

/** States up to when the actor has looked through what concerns them, by the relay's times (S15). */
export const activitySee = defineCommand({
  name: 'activity.see',
  args: z.strictObject({ at: timestamp.max(Number.MAX_SAFE_INTEGER) }),
  lane: (_args, actor) => userScope(actor.userId),
  needs: (_args, actor) => [{ scope: userScope(actor.userId), kind: 'activity', id: ACTIVITY_ROW }],
  run(work, { at }) {
    const scope = userScope(work.actor.userId);
    const before = work.get(scope, 'activity', ACTIVITY_ROW);
    // S9: the greater stands.
    if (before !== undefined && before.seenTo >= at) return undefined;
    work.put(scope, { kind: 'activity', id: ACTIVITY_ROW, seenTo: at });
    return undefined;
  },
  supersedes: () => 'activity',
});
