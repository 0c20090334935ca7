/** Files of messages and drafts, and how far they are on their way. */

/** Why a file was not attached. */
export type AttachProblem =
  | 'too_large'
  | 'type_blocked'
  | 'too_many'
  | 'empty'
  | 'unreadable'
  | 'disk_full'
  | 'storage';

/** A file on its way to the relay. Sizes in bytes. */
export interface UploadView {
  id: string;
  channelId: string;
  size: number;
  /** With the relay already, as far as it is known. */
  sent: number;
  /** `waiting`: for the line, its turn or its next try. `done`: the relay has it. */
  state: 'waiting' | 'sending' | 'done' | 'refused';
  /** Why it was refused, or why it waits where that is more than the line: a key of `files.problem`. */
  reason: string | null;
}

/** A file that is attached to a draft. */
export interface AttachedView extends UploadView {
  name: string;
  mediaType: string;
  /** Of a picture, pixels. */
  width: number | null;
  height: number | null;
  durationMs: number | null;
}

/** A file of a message. Size in bytes, width and height in pixels. */
export interface FileView {
  id: string;
  channelId: string;
  messageId: string;
  ownerId: string;
  name: string;
  mediaType: string;
  size: number;
  /** `waiting`: its owner's computer is still to bring it. */
  state: 'waiting' | 'ready' | 'refused';
  reason: string | null;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  /** Whether there is a small picture of it. */
  preview: boolean;
  createdAt: number;
}
