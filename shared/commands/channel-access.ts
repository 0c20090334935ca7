import type { Channel } from '../domain/kinds/channel.ts';
import type { Member } from '../domain/kinds/member.ts';
import type { ChannelId, UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';
import type { Refusal } from '../domain/refusal.ts';
import { channelScope, orgScope } from '../domain/scope.ts';
import { refuse, type Key, type Work } from './command.ts';

/** A channel's row is in `org` while it is public and in its own scope otherwise. */
export const channelKeys = (id: ChannelId): Key[] => [
  { scope: orgScope, kind: 'channel', id },
  { scope: channelScope(id), kind: 'channel', id },
];

export const memberKey = (id: ChannelId, userId: UserId | string): Key => ({
  scope: channelScope(id),
  kind: 'member',
  id: userId,
});

/** What nearly every command on a channel reads. */
export const accessKeys = (id: ChannelId, actor: Actor): Key[] => [
  ...channelKeys(id),
  memberKey(id, actor.userId),
];

export const findChannel = (work: Pick<Work, 'get'>, id: ChannelId): Channel | undefined =>
  work.get(orgScope, 'channel', id) ?? work.get(channelScope(id), 'channel', id);

export const homeOf = (channel: Channel) =>
  channel.type === 'public' ? orgScope : channelScope(channel.id as ChannelId);

export interface Access {
  channel: Channel;
  member: Member;
}

/** The channel and the actor's place in it, or why there is none. */
export function enter(work: Work, id: ChannelId): Access | Refusal {
  const channel = findChannel(work, id);
  if (channel === undefined) return refuse('not_found');
  const member = work.get(channelScope(id), 'member', work.actor.userId);
  // S11: somebody who may not see a channel learns no more than that they are not in it.
  if (member === undefined) return refuse('not_member');
  return { channel, member };
}

/** As `enter`, for commands that write into the channel. */
export function enterToWrite(work: Work, id: ChannelId): Access | Refusal {
  const access = enter(work, id);
  if (!isRefusal(access) && access.channel.archivedAt !== null) return refuse('archived');
  return access;
}

export const isRefusal = (value: object): value is Refusal => 'code' in value;
