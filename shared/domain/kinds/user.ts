import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';
import { hours } from '../hours.ts';

export const roles = ['owner', 'admin', 'member'] as const;
export type Role = (typeof roles)[number];

export const status = z.object({
  emoji: z.string().max(64),
  text: z.string().max(120),
  /** When it ends, ms; null where it stays. */
  until: timestamp.nullable(),
});

/** Somebody is away for days, and who stands in. */
export const absence = z.object({
  from: timestamp,
  until: timestamp,
  substituteId: z.string().nullable(),
  note: z.string().max(200),
});

/** What somebody tells of themselves, by choice. All of it may be missing. */
export const about = {
  managerId: z.string().max(64).nullable().optional(),
  pronouns: z.string().max(40).optional(),
  skills: z.array(z.string().min(1).max(60)).max(30).optional(),
  /** Month and day, without the year: `08-17`. */
  birthday: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .nullable()
    .optional(),
  /** Their own; null or missing for those of the workspace. */
  hours: hours.nullable().optional(),
  /** Nothing rings until then, ms. */
  quietUntil: timestamp.nullable().optional(),
  absence: absence.nullable().optional(),
};

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
  ...about,
});
export type User = z.infer<typeof user>;
