import { z } from 'zod';
import { rowBase, timestamp } from '../row.ts';
import { hours, officeHours } from '../hours.ts';

/** Most members of a channel whose people may see who has read, whatever the policy says. */
export const MOST_SEEN = 50;

/** Colours by which a person tells their workspaces apart; each is named by its number. */
export const WORKSPACE_COLOURS = 8;
export const workspaceColour = z
  .number()
  .int()
  .min(0)
  .max(WORKSPACE_COLOURS - 1);

const megabyte = 1_024 * 1_024;

/** What a company decides for everybody. What is missing is as in `defaultPolicy`. */
export const policy = z.object({
  /** For people who have set no hours of their own. */
  hours: hours.optional(),
  /** What is offered first to somebody who writes to a person who is off. */
  offHours: z.enum(['day_start', 'quiet', 'ring']).optional(),
  /** Whether members can see what a message said before it was edited. */
  editHistory: z.boolean().optional(),
  /** Whether a deleted message leaves a mark where it stood. */
  deletedMarks: z.boolean().optional(),
  /** Whether the people of a conversation see who has read. */
  seenBy: z.boolean().optional(),
  /** The same in channels with so many members at most; 0: in none. */
  seenMembers: z.number().int().nonnegative().max(MOST_SEEN).optional(),
  /** Whether the relay fetches a few words of the pages that messages link to. */
  linkPreviews: z.boolean().optional(),
  /** Whether notifications say who and what, or only that something came. */
  notificationText: z.boolean().optional(),
  /** Largest file, bytes; 0 allows none. */
  maxFileBytes: z
    .number()
    .int()
    .nonnegative()
    .max(4_096 * megabyte)
    .optional(),
  /** Ends of names that are not accepted, lower case without the dot. */
  blockedFileTypes: z.array(z.string().max(20)).max(100).optional(),
  /** Who may make emoji for everybody. */
  emojiBy: z.enum(['everybody', 'administrators']).optional(),
  /** Whether windows keep out of screenshots and recordings, where the system can. */
  screenProtection: z.boolean().optional(),
});
export type Policy = z.infer<typeof policy>;

export type WholePolicy = { [K in keyof Policy]-?: NonNullable<Policy[K]> };

export const defaultPolicy: WholePolicy = {
  hours: officeHours,
  offHours: 'day_start',
  editHistory: true,
  deletedMarks: true,
  seenBy: true,
  seenMembers: 0,
  linkPreviews: true,
  notificationText: true,
  maxFileBytes: 512 * megabyte,
  blockedFileTypes: ['exe', 'msi', 'scr', 'com', 'bat', 'cmd', 'ps1', 'vbs', 'jar', 'lnk'],
  emojiBy: 'everybody',
  screenProtection: false,
};

/** A day on which nobody works. */
export const holiday = z.object({
  date: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  name: z.string().min(1).max(80),
});
export const holidays = z.array(holiday).max(200);

/** The company's own settings that every client needs. Scope: org. Id: `workspace`. */
export const workspace = z.object({
  kind: z.literal('workspace'),
  ...rowBase,
  name: z.string().min(1).max(80),
  createdAt: timestamp,
  policy: policy.optional(),
  holidays: holidays.optional(),
  /** The colour of its windows; missing or null: each computer gives it one. */
  colour: workspaceColour.nullable().optional(),
});
export type Workspace = z.infer<typeof workspace>;

export const WORKSPACE_ROW = 'workspace';
/** Its name until somebody gives it one. */
export const UNNAMED = 'Balai';

export const policyOf = (row: Pick<Workspace, 'policy'> | undefined): WholePolicy =>
  Object.assign({}, defaultPolicy, row?.policy);
