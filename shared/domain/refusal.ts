import { z } from 'zod';

/**
 * Why a command was not carried out. Each code has a sentence and a next step in the client's
 * languages (`refusal.<code>`).
 */
export const refusalCodes = [
  'invalid',
  'unknown_command',
  'id_taken',
  'not_found',
  'not_member',
  'forbidden',
  'archived',
  'deleted',
  'stale',
  'name_taken',
  'too_many',
  'disabled',
  'file_taken',
  'file_waiting',
  'sent',
  'closed',
  'has_task',
  'not_here',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const refusal = z.object({
  /** A newer relay may know more codes; a client shows an unknown one as `invalid`. */
  code: z.string().max(40),
  /** S9: for `stale`, the row as it is now, so that the person can choose. */
  current: z.looseObject({ kind: z.string(), id: z.string(), version: z.number() }).optional(),
});
export interface Refusal {
  code: RefusalCode;
  current?: { kind: string; id: string; version: number };
}
