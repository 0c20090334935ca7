import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope, type Scope } from '../../../shared/domain/scope.ts';
import type { PinList, PinView } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Fetcher } from '../sync/fetch.ts';
import type { Channels } from './channels.ts';
import type { MessageViews } from './message-view.ts';
import { namedIn } from './named.ts';
import type { People } from './people.ts';

interface PinsOptions {
  cache: Cache;
  views: MessageViews;
  people: People;
  channels: Channels;
  fetcher: Pick<Fetcher, 'single'>;
}

/** What is pinned in a channel. */
export class Pins {
  readonly #options: PinsOptions;

  constructor(options: PinsOptions) {
    this.#options = options;
  }

  /** The newest pin first; messages that are not on this computer are fetched where that can be. */
  async list(channelId: ChannelId): Promise<PinList> {
    const { cache, fetcher } = this.#options;
    const scope = channelScope(channelId);
    const away = cache.overlay
      .list(scope, 'pin')
      .filter(({ id }) => cache.overlay.get(scope, 'message', id) === undefined);
    if (away.length > 0) {
      await fetcher.single(
        channelId,
        away.map(({ id }) => id),
      );
    }
    return this.#drawn(channelId, scope);
  }

  #drawn(channelId: ChannelId, scope: Scope): PinList {
    const { cache, views, people, channels } = this.#options;
    const pins = cache.overlay
      .list(scope, 'pin')
      .sort((a, b) => b.at - a.at || b.version - a.version)
      .flatMap(({ id, by, at }): PinView[] => {
        const row = cache.overlay.get(scope, 'message', id);
        // S9: deletes win, also over a pin that still waits.
        if (row !== undefined && row.deletedAt !== null) return [];
        const [message = null] = row === undefined ? [] : views.views(channelId, [row]);
        return [{ messageId: id, by, at, message }];
      });
    const named = namedIn(pins.flatMap(({ message }) => message ?? []));
    for (const { by } of pins) named.people.add(by);
    const scopeId = cache.scopes.knownId(scope);
    return {
      pins,
      complete: scopeId === undefined || cache.scopes.holes(scopeId).length === 0,
      people: people.views(named.people),
      channels: channels.names(named.channels),
    };
  }
}
