import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { mentionedUsers } from '../../../shared/domain/mentions.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Query } from './query.ts';

/** What a search may ask of a message beside its words. `people`: who is in a conversation. */
export interface MessageStatesOptions {
  cache: Cache;
  people: (channelId: string) => readonly string[];
}

/** How a message stands to its reader: not read yet, in a thread, said to somebody. */
export class MessageStates {
  readonly #options: MessageStatesOptions;

  constructor(options: MessageStatesOptions) {
    this.#options = options;
  }

  fits({ unread, thread, to, notTo }: Query, message: Message, channelId: string): boolean {
    if (unread !== null && this.#unread(message, channelId) !== unread) return false;
    if (thread !== null && this.#inThread(message, channelId) !== thread) return false;
    if (to !== null && !this.#saidTo(to, message, channelId)) return false;
    return notTo.length === 0 || !this.#saidTo(notTo, message, channelId);
  }

  /** A reply that only its thread shows is read there, by whoever follows it. */
  #unread({ authorId, rootId, broadcast, position }: Message, channelId: string): boolean {
    const { cache } = this.#options;
    if (authorId === cache.userId) return false;
    const own = userScope(cache.userId);
    const read = cache.overlay.get(own, 'marker', channelId as ChannelId)?.position ?? 0;
    const follow =
      rootId === null || broadcast ? undefined : cache.overlay.get(own, 'follow', rootId);
    return position > (follow?.readTo ?? read);
  }

  #inThread({ id, rootId }: Message, channelId: string): boolean {
    if (rootId !== null) return true;
    const scope = channelScope(channelId as ChannelId);
    return (this.#options.cache.overlay.get(scope, 'thread', id)?.replies ?? 0) > 0;
  }

  /** By name, or in a conversation with them. */
  #saidTo(ids: readonly string[], { authorId, text }: Message, channelId: string): boolean {
    const named = mentionedUsers(text);
    if (ids.some((id) => named.some((one) => one === id))) return true;
    const people = this.#options.people(channelId);
    return ids.some((id) => id !== authorId && people.includes(id));
  }
}
