import type { Term } from './terms.ts';

/** What a message must be to be found. Names and dates have become ids and times. */
export interface Wanted {
  readonly terms: readonly Term[];
  /** Any of these wrote it; null: anybody. */
  readonly authors: readonly string[] | null;
  readonly notAuthors: readonly string[];
  /** In any of these channels; null: anywhere. */
  readonly channels: readonly string[] | null;
  readonly notChannels: readonly string[];
  /** Said to any of these, by name or in a conversation; null: to anybody. */
  readonly to: readonly string[] | null;
  readonly notTo: readonly string[];
  /** from <= its time < to, ms; may be infinite. */
  readonly span: { readonly from: number; readonly to: number };
  /** Whether it must have a link, or must not; null: either. So of all that follow. */
  readonly link: boolean | null;
  /** A file of its own. */
  readonly file: boolean | null;
  /** It is a poll, open or closed. */
  readonly poll: boolean | null;
  /** Pinned in its channel. */
  readonly pinned: boolean | null;
  /** It has become a task, open or done. */
  readonly task: boolean | null;
  /** It is a reply, or has been replied to. */
  readonly thread: boolean | null;
  /** The reader keeps it for later, and is not done with it. */
  readonly saved: boolean | null;
  /** Somebody else's that the reader has not read. */
  readonly unread: boolean | null;
}

/** Every message that has words. */
export const anything: Wanted = {
  ...{ terms: [], authors: null, notAuthors: [], channels: null, notChannels: [] },
  ...{ to: null, notTo: [], span: { from: -Infinity, to: Infinity } },
  ...{ link: null, file: null, poll: null, pinned: null, task: null, thread: null },
  ...{ saved: null, unread: null },
};
