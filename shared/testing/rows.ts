import type { Message } from '../domain/kinds/message.ts';
import type { Reaction } from '../domain/kinds/reaction.ts';
import { reactionId } from '../domain/kinds/reaction.ts';
import type { User } from '../domain/kinds/user.ts';
import type { Tombstone } from '../domain/row.ts';
import { people, START } from './office.ts';

/** Rows as a relay would send them, where no command needs to have made them. */
export function messageRow(id: string, version: number, change: Partial<Message> = {}): Message {
  return {
    kind: 'message',
    id,
    version,
    authorId: people.budi,
    rootId: null,
    broadcast: false,
    text: `message ${version}`,
    attachments: [],
    system: null,
    createdAt: START + version,
    editedAt: null,
    deletedAt: null,
    position: version,
    ordinal: version,
    op: id,
    ...change,
  };
}

export function reactionRow(
  messageId: string,
  version: number,
  userId: string = people.budi,
  emoji = '👍',
): Reaction {
  const id = reactionId(messageId, userId, emoji);
  return { kind: 'reaction', id, version, messageId, userId, emoji };
}

export function userRow(id: string, version: number, change: Partial<User> = {}): User {
  return {
    kind: 'user',
    id,
    version,
    name: `user-${version}`,
    displayName: `User ${version}`,
    role: 'member',
    bot: false,
    title: '',
    department: '',
    location: '',
    timeZone: 'Asia/Jakarta',
    status: null,
    disabledAt: null,
    ...change,
  };
}

export const tombstone = (kind: string, id: string, version: number) =>
  ({ kind, id, version, deleted: true }) as const satisfies Tombstone;
