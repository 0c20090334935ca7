import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Channel } from '../../../shared/domain/kinds/channel.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { policyOf, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import type { SeenView } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { People } from './people.ts';

/** Whether the people of a place see how far each of them has read. */
export function sharesSeen(cache: Cache, channel: Channel | undefined): boolean {
  if (channel === undefined || channel.people.length < 2) return false;
  return policyOf(cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW)).seenBy;
}

/** Who has seen what the person said last in their conversations. */
export class SeenBy {
  readonly #cache: Cache;
  readonly #people: People;
  readonly #channels: Channels;
  readonly #last;

  constructor(cache: Cache, people: People, channels: Channels) {
    this.#cache = cache;
    this.#people = people;
    this.#channels = channels;
    this.#last = cache.db
      .prepare<[number]>(
        `SELECT json FROM messages WHERE scope_id = ? AND listed = 1
           ORDER BY position DESC LIMIT 1`,
      )
      .pluck();
  }

  view(channelId: ChannelId): SeenView {
    const channel = this.#channels.row(channelId);
    const shared = sharesSeen(this.#cache, channel);
    const none: SeenView = { shared, by: [], of: 0, people: {} };
    if (!shared || channel === undefined) return none;
    const position = this.#lastOwn(channelId);
    if (position === null) return none;
    const { overlay, userId } = this.#cache;
    const by = overlay
      .list(channelScope(channelId), 'seen')
      .filter((row) => row.id !== userId && row.position >= position)
      .map(({ id }) => id);
    const of = channel.people.length - 1;
    return { shared, by, of, people: this.#people.views(new Set(by)) };
  }

  /** Position of the conversation's last message, where it is the person's own and was sent. */
  #lastOwn(channelId: ChannelId): number | null {
    const { scopes, overlay, userId } = this.#cache;
    const scope = channelScope(channelId);
    const listed = ({ rootId, broadcast }: Message): boolean => rootId === null || broadcast;
    if (overlay.newMessages(scope).some(listed)) return null;
    const json = this.#last.get(scopes.knownId(scope) ?? -1) as string | undefined;
    if (json === undefined) return null;
    const { authorId, system, deletedAt, position } = JSON.parse(json) as Message;
    return authorId === userId && system === null && deletedAt === null ? position : null;
  }
}
