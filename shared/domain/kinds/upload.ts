import { z } from 'zod';
import { MAX_FILE_NAME } from '../file-name.ts';
import { rowBase, timestamp } from '../row.ts';
import { fileFacts } from './file.ts';

/**
 * The bytes of a file on their way to the relay, or there. The relay's own: it says who may send
 * them, and in which channel they may be read. Scope: registry. Id: the file's.
 */
export const upload = z.object({
  kind: z.literal('upload'),
  ...rowBase,
  ownerId: z.string(),
  channelId: z.string(),
  /** The message that it is part of; null while none is. */
  messageId: z.string().nullable(),
  name: z.string().max(MAX_FILE_NAME),
  /** What the owner's client said, until it is done. */
  ...fileFacts,
  /** `gone`: its message was deleted, and its bytes are about to be. */
  state: z.enum(['open', 'done', 'refused', 'gone']),
  reason: z.string().max(40).nullable(),
  /** The file whose bytes it gets, of a message that was handed on. */
  copyOf: z.string().optional(),
  /** When it was last opened, done, or taken by a message. */
  at: timestamp,
});
export type Upload = z.infer<typeof upload>;
