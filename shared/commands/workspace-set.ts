import { z } from 'zod';
import {
  holidays,
  policy,
  UNNAMED,
  WORKSPACE_ROW,
  workspaceColour,
} from '../domain/kinds/workspace.ts';
import { oneLine } from '../domain/one-line.ts';
import { isAdmin } from '../domain/permissions.ts';
import { orgScope } from '../domain/scope.ts';
import { defineCommand, refuse } from './command.ts';

/** Changes the company's settings. What of the policy is not named stays as it was. */
export const workspaceSet = defineCommand({
  name: 'workspace.set',
  args: z.strictObject({
    name: z.string().overwrite(oneLine).trim().min(1).max(80).optional(),
    policy: z.strictObject(policy.shape).optional(),
    holidays: holidays.optional(),
    colour: workspaceColour.nullable().optional(),
  }),
  lane: () => orgScope,
  needs: () => [{ scope: orgScope, kind: 'workspace', id: WORKSPACE_ROW }],
  run(work, args) {
    if (!isAdmin(work.actor)) return refuse('forbidden');
    const before = work.get(orgScope, 'workspace', WORKSPACE_ROW);
    const { name = UNNAMED, createdAt = work.now } = before ?? {};
    work.put(orgScope, {
      ...{ ...before, kind: 'workspace', id: WORKSPACE_ROW, createdAt },
      name: args.name ?? name,
      ...(args.policy === undefined ? {} : { policy: { ...before?.policy, ...args.policy } }),
      ...(args.holidays === undefined ? {} : { holidays: args.holidays }),
      ...(args.colour === undefined ? {} : { colour: args.colour }),
    });
    return undefined;
  },
});
