import { z } from 'zod';
import { channelId } from '../../shared/domain/ids.ts';
import { noticeAnswer } from '../../shared/rpc/notice-api.ts';
import { ownState, workspaceEntry } from '../../shared/rpc/workspace-entry.ts';

/** What the shell tells the core's process. */
export const toCore = z.discriminatedUnion('what', [
  /** Carries one port, with one page at its other end. */
  z.strictObject({ what: z.literal('port') }),
  /** Carries one port for one file (`shared/rpc/file-port.ts`), for the page or the shell. */
  z.strictObject({ what: z.literal('file-port') }),
  z.strictObject({ what: z.literal('network-changed') }),
  /** The workspaces of this computer, this one among them. */
  z.strictObject({ what: z.literal('workspaces'), list: z.array(workspaceEntry) }),
  /** Whether this channel is one of this workspace; it answers with `has`, or with nothing. */
  z.strictObject({ what: z.literal('has'), channelId }),
  /** The person answered a notification of the shell. */
  z.strictObject({ what: z.literal('answer'), answer: noticeAnswer }),
  z.strictObject({ what: z.literal('close') }),
]);
export type ToCore = z.infer<typeof toCore>;

/** What a core's process tells the shell. */
export const fromCore = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('state'), state: ownState }),
  /** The person wants another workspace before their eyes, one more, or out of this door. */
  z.strictObject({ what: z.literal('open'), id: z.string() }),
  z.strictObject({ what: z.literal('add') }),
  z.strictObject({ what: z.literal('leave') }),
  z.strictObject({ what: z.literal('has'), channelId }),
]);
export type FromCore = z.infer<typeof fromCore>;

/** How the core is to be composed; given once, as the process's one argument. */
export const coreSettings = z.strictObject({
  dir: z.string().min(1),
  version: z.string(),
  relayAddress: z.string().nullable(),
  allowInsecure: z.boolean(),
  hideNotices: z.boolean(),
  keyStore: z.enum(['auto', 'keychain', 'file']),
});
export type CoreSettings = z.infer<typeof coreSettings>;
