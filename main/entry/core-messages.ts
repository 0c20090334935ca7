import { z } from 'zod';

/** What the shell tells the core's process. */
export const toCore = z.discriminatedUnion('what', [
  /** Carries one port, with one page at its other end. */
  z.strictObject({ what: z.literal('port') }),
  /** Carries one port for one file (`shared/rpc/file-port.ts`), for the page or the shell. */
  z.strictObject({ what: z.literal('file-port') }),
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
