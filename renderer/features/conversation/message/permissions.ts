import type { MessageView } from '../../../../shared/rpc/views.ts';
import { isUnsent } from '../window/unsent.ts';

/** Who reads, and what they may do here. Changes rarely. */
export interface Reader {
  readonly id: string;
  /** May write here: a member, and the channel is not archived. */
  readonly mayWrite: boolean;
  /** May delete what others wrote: an owner of the channel, or an administrator. */
  readonly mayManage: boolean;
}

// As in shared/domain/permissions.ts, on what the renderer knows of a message.
export const mayEdit = (reader: Reader, message: MessageView): boolean =>
  reader.mayWrite &&
  message.authorId === reader.id &&
  message.system === null &&
  !message.deleted &&
  message.state !== 'refused';

export const mayRemove = (reader: Reader, message: MessageView): boolean =>
  reader.mayWrite &&
  message.system === null &&
  !message.deleted &&
  message.state !== 'refused' &&
  (message.authorId === reader.id || reader.mayManage);

export const mayReact = (reader: Reader, message: MessageView): boolean =>
  reader.mayWrite && message.system === null && !message.deleted && message.state !== 'refused';

export const mayPin = (reader: Reader, message: MessageView): boolean => mayReact(reader, message);

export const maySave = (message: MessageView): boolean =>
  message.system === null && !message.deleted && message.state !== 'refused';

/** What the relay has not yet has no place to be handed on from. */
export const mayForward = (message: MessageView): boolean => maySave(message) && !isUnsent(message);

/** A reply belongs to the thread of its root; what is refused has none. */
export const threadOf = (message: MessageView): string | null =>
  message.system !== null || message.state === 'refused' ? null : (message.rootId ?? message.id);
