import type { Channel } from './kinds/channel.ts';
import type { Member } from './kinds/member.ts';
import type { Message } from './kinds/message.ts';
import type { Role } from './kinds/user.ts';
import type { UserId } from './ids.ts';

/** Who runs a command. `system` is the relay itself: the admin command line and importers. */
export interface Actor {
  readonly userId: UserId;
  readonly role: Role | 'system';
}

type Authored = Pick<Message, 'authorId' | 'system'>;

export const isAdmin = (actor: Actor): boolean => actor.role !== 'member';

export const isConversation = (channel: Pick<Channel, 'type'>): boolean =>
  channel.type === 'dm' || channel.type === 'group';

/** Rename, topic, archive, remove people. */
export const mayManageChannel = (actor: Actor, member: Member | undefined): boolean =>
  isAdmin(actor) || member?.role === 'owner';

export const mayEdit = (actor: Actor, message: Authored): boolean =>
  message.authorId === actor.userId && message.system === null;

export const mayDelete = (actor: Actor, message: Authored, member: Member | undefined): boolean =>
  message.system === null && (message.authorId === actor.userId || mayManageChannel(actor, member));
