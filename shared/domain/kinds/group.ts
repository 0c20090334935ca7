import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

/** At most so many people are in one group; beyond it a channel is meant. */
export const MAX_GROUP = 500;

/** What stands for everybody already. */
const TAKEN = new Set(['channel', 'here', 'everyone', 'all']);

/** As it is written behind `@`: lower case letters of any script, digits, `-`, `_` and dots. */
export const groupName = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\p{Ll}\p{Lo}\p{M}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N}._-]*$/u)
  .refine((name) => !TAKEN.has(name), 'stands for everybody');

/**
 * People who are called by one name, `@keuangan`. A message that names it concerns those of them
 * who are in its channel. Scope: org.
 */
export const group = z.object({
  kind: z.literal('group'),
  ...rowBase,
  name: z.string().min(1).max(40),
  /** What it is for, in a few words. */
  about: z.string().max(120),
  memberIds: z.array(z.string()).max(MAX_GROUP),
  createdAt: timestamp,
});
export type Group = z.infer<typeof group>;
