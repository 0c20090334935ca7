import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';

export const roles = ['owner', 'admin', 'member'] as const;
export type Role = (typeof roles)[number];

export const status = z.object({
  emoji: z.string().max(64),
  text: z.string().max(120),
  /** When it ends, ms; null where it stays. */
  until: timestamp.nullable(),
});

/** A person or a bot of the workspace. Scope: org. */
export const user = z.object({
  kind: z.literal('user'),
  ...rowBase,
  /** Sign-in name, lower case, unique: `ayu.kartika`. */
  name: z.string().min(1).max(64),
  displayName: z.string().min(1).max(80),
  role: z.enum(roles),
  bot: z.boolean(),
  title: z.string().max(120),
  department: z.string().max(120),
  location: z.string().max(120),
  /** IANA name: `Asia/Makassar`. */
  timeZone: z.string().max(64),
  status: status.nullable(),
  disabledAt: timestamp.nullable(),
});
export type User = z.infer<typeof user>;
