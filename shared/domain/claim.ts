import { z } from 'zod';
import { timestamp } from './row.ts';

/**
 * Which of a person's computers tells them that it is time, so that one does. It belongs to one time:
 * once the row has another, nobody has claimed that.
 */
export const claim = z.object({
  /** The time that is to be told, ms. */
  at: timestamp,
  /** The command that claimed it: the computer that sent it knows it again. */
  op: z.string(),
  /** Whether the person was told. Until then the claim may lapse. */
  told: z.boolean(),
});
export type Claim = z.infer<typeof claim>;

/** The claim as a row with this time keeps it: that of another time goes. */
export const claimFor = (before: Claim | undefined, at: number | null): { claim?: Claim } =>
  before === undefined || before.at !== at ? {} : { claim: before };
