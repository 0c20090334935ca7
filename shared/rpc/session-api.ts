import { z } from 'zod';
import { userId } from '../domain/ids.ts';
import { hours } from '../domain/hours.ts';
import { holidays, MOST_SEEN, workspaceColour } from '../domain/kinds/workspace.ts';
import {
  addPersonRequest,
  roleRequest,
  type Invitation,
  type UrgentCounts,
  type WorkspaceInfo,
} from '../protocol/http.ts';
import { method } from './method.ts';
import type { AccountProblem, SignInProblem } from './problems.ts';
import type { Queued } from './queued.ts';
import type { Result } from './result.ts';
import type { SessionView } from './connection-views.ts';
import type { CompanyView } from './views.ts';
import type { WorkspaceEntry, WorkspaceOpened } from './workspace-entry.ts';

const none = z.strictObject({});
const address = z
  .string()
  .trim()
  .min(1)
  .max(253 + 20);

/** Coming in and going out, here and in other workspaces, and what administrators do about others. */
export const sessionApi = {
  session: method<SessionView>()(none),
  checkAddress: method<
    Result<WorkspaceInfo & { address: string; secure: boolean }, SignInProblem>
  >()(z.strictObject({ address })),
  signIn: method<Result<null, SignInProblem>>()(
    z.strictObject({ address, name: z.string().max(64), password: z.string().max(1_024) }),
  ),
  acceptInvite: method<Result<null, SignInProblem>>()(
    z.strictObject({ address, code: z.string().max(120), password: z.string().max(1_024) }),
  ),
  /** Gives the passphrase of the keys, where there is no keychain and one was set. */
  unlock: method<Result<null, 'wrong_passphrase'>>()(
    z.strictObject({ passphrase: z.string().min(1).max(1_024) }),
  ),
  /** Sets another passphrase over the keys in a file, or takes it away. */
  setPassphrase: method<Result<null, 'weak_passphrase' | 'key_store'>>()(
    z.strictObject({ passphrase: z.string().max(1_024).nullable() }),
  ),
  /** Signs out and wipes this workspace from the computer. `force` also with unsent messages. */
  signOut: method<Result<null, 'unsent'>>()(z.strictObject({ force: z.boolean() })),

  // The other workspaces of this computer, each with a core of its own
  /** All that are to be listed, this one among them; empty where this core is carried alone. */
  workspaces: method<WorkspaceEntry[]>()(none),
  openWorkspace: method<WorkspaceOpened>()(z.strictObject({ id: z.string().max(64) })),
  /** Opens the door of one more. */
  addWorkspace: method<WorkspaceOpened>()(none),
  /** Away from this door, at which nobody is signed in, to another workspace. */
  leaveWorkspace: method<WorkspaceOpened>()(none),

  // The company, for its administrators. Accounts need the relay at once; nothing of them waits.
  company: method<CompanyView>()(none),
  setCompany: method<Queued>()(
    z.strictObject({
      name: z.string().optional(),
      colour: workspaceColour.nullable().optional(),
      hours: hours.optional(),
      holidays: holidays.optional(),
      offHours: z.enum(['day_start', 'quiet', 'ring']).optional(),
      seenBy: z.boolean().optional(),
      seenMembers: z.number().int().min(0).max(MOST_SEEN).optional(),
      linkPreviews: z.boolean().optional(),
      editHistory: z.boolean().optional(),
      deletedMarks: z.boolean().optional(),
      emojiBy: z.enum(['everybody', 'administrators']).optional(),
    }),
  ),
  addPerson: method<Result<Invitation, AccountProblem>>()(addPersonRequest),
  invitePerson: method<Result<Invitation, AccountProblem>>()(z.strictObject({ userId })),
  /** Who rang others outside their working hours, and why. */
  urgentCounts: method<Result<UrgentCounts, AccountProblem>>()(none),
  setAccess: method<Result<null, AccountProblem>>()(z.strictObject({ userId, open: z.boolean() })),
  setRole: method<Result<null, AccountProblem>>()(roleRequest),
} as const;
