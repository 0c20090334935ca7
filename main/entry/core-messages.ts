import { z } from 'zod';

/** What the shell tells the core's process besides giving it ports, each with one page at its other end. */
export const toCore = z.discriminatedUnion('what', [
  /** Carries one port. */
  z.strictObject({ what: z.literal('port') }),
  z.strictObject({ what: z.literal('network-changed') }),
  z.strictObject({ what: z.literal('close') }),
]);
export type ToCore = z.infer<typeof toCore>;

/** How the core is to be composed; given once, as the process's one argument. */
export const coreSettings = z.strictObject({
  dir: z.string().min(1),
  version: z.string(),
  relayAddress: z.string().nullable(),
  allowInsecure: z.boolean(),
  keyStore: z.enum(['auto', 'keychain', 'file']),
});
export type CoreSettings = z.infer<typeof coreSettings>;
