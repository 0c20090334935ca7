import { z } from 'zod';
import { workspaceColour } from '../domain/kinds/workspace.ts';
import type { ProblemCode, SessionView } from './connection-views.ts';

const shown = {
  /** As it was last heard; null where nobody is signed in. */
  name: z.string().nullable(),
  address: z.string().nullable(),
  state: z.custom<SessionView['state']>((value) => typeof value === 'string'),
  problem: z.custom<ProblemCode>((value) => typeof value === 'string').nullable(),
  /** What waits for the person there; 0 while they are off. */
  badge: z.number().int().nonnegative(),
};

/** What a workspace's core tells of itself. Nothing else of it is known outside of its own core. */
export const ownState = z.strictObject({
  ...shown,
  /** As its administrators chose; null: as this computer has it. */
  colour: workspaceColour.nullable(),
});
export type OwnState = z.infer<typeof ownState>;

/** A workspace of this computer, as the windows of all of them list it. */
export const workspaceEntry = z.strictObject({
  ...shown,
  id: z.string(),
  colour: workspaceColour,
  /** Whether it is the one of this very window. */
  here: z.boolean(),
});
export type WorkspaceEntry = z.infer<typeof workspaceEntry>;

/** Another workspace comes before the person's eyes: by itself, or at an address where one is given. */
export interface WorkspaceOpened {
  url: string | null;
}
