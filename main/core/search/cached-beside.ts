import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { Beside } from '../../../shared/search/standing.ts';
import type { Cache } from '../cache/cache.ts';

export interface CachedBesideOptions {
  cache: Cache;
  /** Who is in a conversation. */
  people: (channelId: string) => readonly string[];
}

/** What the cached rows say of messages and their reader, pending commands on top (S8). */
export function cachedBeside({ cache, people }: CachedBesideOptions): Beside {
  const { overlay, userId } = cache;
  const own = userScope(userId);
  const of = <K extends 'pin' | 'task' | 'thread'>(kind: K, id: string, channelId: string) =>
    overlay.get(channelScope(channelId as ChannelId), kind, id);
  return {
    reader: userId,
    pinned: (messageId, channelId) => of('pin', messageId, channelId) !== undefined,
    task: (messageId, channelId) => of('task', messageId, channelId) !== undefined,
    saved: (messageId) => overlay.get(own, 'saved', messageId)?.done === false,
    answered: (messageId, channelId) => (of('thread', messageId, channelId)?.replies ?? 0) > 0,
    readTo: (channelId) => overlay.get(own, 'marker', channelId)?.position ?? 0,
    threadReadTo: (rootId) => overlay.get(own, 'follow', rootId)?.readTo,
    people,
  };
}
