import { z } from 'zod';
import { rowBase } from '../row.ts';

/** Longest name of a section, in UTF-16 units. */
export const MAX_SECTION_NAME = 60;

/**
 * A part of the sidebar that its owner has made, for channels of which their `membership` names
 * it. Scope: user.
 */
export const section = z.object({
  kind: z.literal('section'),
  ...rowBase,
  name: z.string().min(1).max(MAX_SECTION_NAME),
  /** Sections stand in the order of these; between two of them there is always room for a third. */
  place: z.number(),
  collapsed: z.boolean(),
});
export type Section = z.infer<typeof section>;
