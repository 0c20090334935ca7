import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { isConversation } from '../../../shared/domain/permissions.ts';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import { showsSeen } from '../../../shared/domain/shows-seen.ts';
import type { SeenView } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { People } from './people.ts';

/** Who has seen what the person said last in their conversations and small channels. */
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

  /**
   * How many people of the place see how far each of them has read, as far as is known here; null
   * where that is shared with nobody.
   */
  sharedAmong(channelId: ChannelId): number | null {
    const channel = this.#channels.row(channelId);
    if (channel === undefined || this.#channels.membership(channelId) === undefined) return null;
    const people = isConversation(channel)
      ? channel.people.length
      : this.#channels.memberCount(channelId);
    const workspace = this.#cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW);
    return showsSeen(workspace, channel, people) ? people : null;
  }

  view(channelId: ChannelId): SeenView {
    const among = this.sharedAmong(channelId);
    const none: SeenView = { shared: among !== null, by: [], of: 0, people: {} };
    if (among === null) return none;
    const position = this.#lastOwn(channelId);
    if (position === null) return none;
    const { overlay, userId } = this.#cache;
    const by = overlay
      .list(channelScope(channelId), 'seen')
      .filter(({ id, position: seen }) => id !== userId && seen >= position)
      .map(({ id }) => id);
    const of = Math.max(among - 1, by.length);
    return { shared: true, by, of, people: this.#people.views(new Set(by)) };
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
