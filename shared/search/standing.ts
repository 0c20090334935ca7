import type { Message } from '../domain/kinds/message.ts';
import { mentionedUsers } from '../domain/mentions.ts';
import type { Wanted } from './wanted.ts';

/** What rows beside a message say of it and of its reader: the cache's rows, or the relay's. */
export interface Beside {
  /** Who asks. */
  readonly reader: string;
  pinned(messageId: string, channelId: string): boolean;
  /** A task was made of it, whether done or not. */
  task(messageId: string, channelId: string): boolean;
  /** The reader keeps it, and is not done with it. */
  saved(messageId: string): boolean;
  /** Its thread has a reply. */
  answered(messageId: string, channelId: string): boolean;
  /** Position up to which the reader has read a channel; 0 for none. */
  readTo(channelId: string): number;
  /** The same of a thread that the reader follows or has followed. */
  threadReadTo(rootId: string): number | undefined;
  /** The people of a conversation; nobody for a channel. */
  people(channelId: string): readonly string[];
}

export const hasFile = ({ attachments }: Message): boolean =>
  attachments.some(({ type }) => type === 'file');

/**
 * The meaning of `has:file|poll|pin|task`, `is:thread|saved|unread` and `to:`, on the client and on
 * the relay alike: whether a message stands to its reader as the question wants it.
 */
export function stands(
  wanted: Wanted,
  message: Message,
  channelId: string,
  beside: Beside,
): boolean {
  const { id } = message;
  const { to, notTo } = wanted;
  return (
    is(wanted.file, () => hasFile(message)) &&
    is(wanted.poll, () => message.poll ?? false) &&
    is(wanted.saved, () => beside.saved(id)) &&
    is(wanted.pinned, () => beside.pinned(id, channelId)) &&
    is(wanted.task, () => beside.task(id, channelId)) &&
    is(wanted.thread, () => message.rootId !== null || beside.answered(id, channelId)) &&
    is(wanted.unread, () => isUnread(message, channelId, beside)) &&
    (to === null || isSaidTo(to, message, beside.people(channelId))) &&
    (notTo.length === 0 || !isSaidTo(notTo, message, beside.people(channelId)))
  );
}

const is = (asked: boolean | null, so: () => boolean): boolean => asked === null || so() === asked;

/** A reply that only its thread shows is read there, by whoever follows it. */
function isUnread(
  { authorId, rootId, broadcast, position }: Message,
  channelId: string,
  beside: Beside,
): boolean {
  if (authorId === beside.reader) return false;
  const thread = rootId === null || broadcast ? undefined : beside.threadReadTo(rootId);
  return position > (thread ?? beside.readTo(channelId));
}

/** Whom a message is said to: those whom it names, and everybody else of its conversation. */
export const addressees = (message: Message, people: readonly string[]): Set<string> =>
  new Set([...mentionedUsers(message.text), ...people.filter((id) => id !== message.authorId)]);

function isSaidTo(ids: readonly string[], message: Message, people: readonly string[]): boolean {
  const to = addressees(message, people);
  return ids.some((id) => to.has(id));
}
