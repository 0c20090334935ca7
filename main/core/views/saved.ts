import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Saved as SavedRow } from '../../../shared/domain/kinds/saved.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { SavedCounts, SavedList, SavedView } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Fetcher } from '../sync/fetch.ts';
import type { Channels } from './channels.ts';
import type { MessageViews } from './message-view.ts';
import { namedIn } from './named.ts';
import type { People } from './people.ts';

/** So many are shown; what is older is found by `is:saved`. */
const MOST = 300;

interface SavedOptions {
  cache: Cache;
  views: MessageViews;
  people: People;
  channels: Channels;
  clock: Clock;
  live: () => boolean;
  fetcher: Pick<Fetcher, 'single'>;
}

/** What the person keeps for later. */
export class Saved {
  readonly #options: SavedOptions;

  constructor(options: SavedOptions) {
    this.#options = options;
  }

  /** What is not on this computer is fetched where that can be. */
  async list(done: boolean): Promise<SavedList> {
    const rows = this.#rows(done).slice(0, MOST);
    await this.#fetch(rows);
    return this.#drawn(rows);
  }

  counts(): SavedCounts {
    const open = this.#rows(false);
    const now = this.#options.clock.now();
    return { open: open.length, due: open.filter((row) => isDue(row, now)).length };
  }

  #rows(done: boolean): SavedRow[] {
    const { cache, clock } = this.#options;
    const now = clock.now();
    return cache.overlay
      .list(userScope(cache.userId), 'saved')
      .filter((row) => row.done === done)
      .sort((a, b) => Number(isDue(b, now)) - Number(isDue(a, now)) || b.savedAt - a.savedAt);
  }

  /** S11: the channels that the person is in, and no others. */
  #isReadable({ channelId }: SavedRow): boolean {
    return this.#options.channels.membership(channelId) !== undefined;
  }

  async #fetch(rows: readonly SavedRow[]): Promise<void> {
    const { cache, live, fetcher } = this.#options;
    if (!live()) return;
    const away = new Map<ChannelId, string[]>();
    for (const row of rows) {
      const channelId = row.channelId as ChannelId;
      const here = cache.overlay.get(channelScope(channelId), 'message', row.id) !== undefined;
      if (here || !this.#isReadable(row)) continue;
      away.set(channelId, [...(away.get(channelId) ?? []), row.id]);
    }
    await Promise.all([...away].map(([channelId, ids]) => fetcher.single(channelId, ids)));
  }

  #drawn(rows: readonly SavedRow[]): SavedList {
    const { people, channels } = this.#options;
    const items = rows.map((row) => this.#item(row));
    const named = namedIn(items.flatMap(({ message }) => message ?? []));
    for (const row of rows) if (this.#isReadable(row)) named.channels.add(row.channelId);
    return {
      items,
      people: people.views(named.people),
      channels: channels.names(named.channels),
    };
  }

  #item(row: SavedRow): SavedView {
    const { cache, views, live } = this.#options;
    const { id: messageId, channelId, remindAt, done, savedAt } = row;
    const item = { messageId, channelId, remindAt, done, savedAt, message: null };
    if (!this.#isReadable(row)) return { ...item, lost: 'gone' };
    const message = cache.overlay.get(channelScope(channelId as ChannelId), 'message', messageId);
    if (message === undefined) return { ...item, lost: live() ? 'gone' : 'away' };
    if (message.deletedAt !== null) return { ...item, lost: 'deleted' };
    return { ...item, message: views.views(channelId, [message])[0] ?? null, lost: null };
  }
}

const isDue = ({ remindAt, done }: SavedRow, now: number): boolean =>
  !done && remindAt !== null && remindAt <= now;
