import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** The company's own settings that every client needs. Scope: org. Id: `workspace`. */
export const workspace = z.object({
  kind: z.literal('workspace'),
  ...rowBase,
  name: z.string().min(1).max(80),
  createdAt: timestamp,
});
export type Workspace = z.infer<typeof workspace>;

export const WORKSPACE_ROW = 'workspace';
