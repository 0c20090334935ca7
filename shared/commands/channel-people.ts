import type { ChannelId, UserId } from '../domain/ids.ts';
import { channelScope, orgScope, userScope } from '../domain/scope.ts';
import { memberKey } from './channel-access.ts';
import type { Key, Work } from './command.ts';

/** The rows that a person's place in a channel is made of: theirs, and the one that others see. */
export const placeKeys = (id: ChannelId, userId: UserId): Key[] => [
  { scope: orgScope, kind: 'user', id: userId },
  memberKey(id, userId),
  { scope: channelScope(id), kind: 'seen', id: userId },
  { scope: userScope(userId), kind: 'membership', id },
  { scope: userScope(userId), kind: 'marker', id },
];

export const exists = (work: Work, userId: UserId): boolean => {
  const user = work.get(orgScope, 'user', userId);
  return user !== undefined && user.disabledAt === null;
};

/** Gives somebody a place in a channel. Answers false where they had one. */
export function seat(
  work: Work,
  id: ChannelId,
  userId: UserId,
  role: 'owner' | 'member' = 'member',
): boolean {
  if (work.get(channelScope(id), 'member', userId) !== undefined) return false;
  work.put(channelScope(id), { kind: 'member', id: userId, role, joinedAt: work.now });
  work.put(userScope(userId), {
    kind: 'membership',
    id,
    joinedAt: work.now,
    starred: false,
    muted: false,
    notify: 'mentions',
    ...(work.actor.userId === userId || work.actor.role === 'system'
      ? {}
      : { byId: work.actor.userId }),
  });
  // What was said before somebody came is not unread to them.
  const scope = channelScope(id);
  work.put(userScope(userId), {
    kind: 'marker',
    id,
    epoch: work.get(userScope(userId), 'marker', id)?.epoch ?? 0,
    position: work.nextVersion(scope) - 1,
    ordinal: work.countMessage(scope, 0),
  });
  return true;
}

/** S11: the tombstone in the person's own scope is what makes their devices purge the channel. */
export function unseat(work: Work, id: ChannelId, userId: UserId): void {
  work.remove(channelScope(id), 'member', userId);
  work.remove(channelScope(id), 'seen', userId);
  work.remove(userScope(userId), 'membership', id);
}
