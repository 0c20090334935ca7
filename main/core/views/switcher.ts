import { orgScope } from '../../../shared/domain/scope.ts';
import type { SearchResult, SwitcherResult } from '../../../shared/rpc/search-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import { matchRank, type People } from './people.ts';
import type { UnreadCounts } from './unread.ts';

const PLACES = 8;
const PEOPLE = 6;
const MESSAGES = 6;

export interface SwitcherOptions {
  cache: Cache;
  people: People;
  channels: Channels;
  unread: UnreadCounts;
  search: (query: string, limit: number) => SearchResult;
}

/**
 * What the switcher offers for a few letters: places first (those that the person is in, the more
 * recent ones first), then people, then messages on this computer. Without letters: the unread and
 * the most recent places.
 */
export function switcherView(options: SwitcherOptions, query: string): SwitcherResult {
  const { cache, people, channels, unread } = options;
  const wanted = query.trim().replace(/^[#@]/, '');
  const mine = new Map(channels.memberships().map((one) => [one.id, one]));
  const candidates = new Map(
    cache.overlay
      .list(orgScope, 'channel')
      .filter((row) => row.archivedAt === null || mine.has(row.id))
      .map((row) => [row.id, row]),
  );
  for (const id of mine.keys()) {
    const row = channels.row(id);
    if (row !== undefined) candidates.set(id, row);
  }

  const ranked = [...candidates.values()]
    .map((row) => {
      const title = channels.title(row);
      const member = mine.has(row.id);
      const lastAt = cache.scopes.find(`channel:${row.id}`)?.lastAt ?? 0;
      return { row, title, member, lastAt, rank: matchRank(title, wanted) + (member ? 0 : 0.5) };
    })
    .filter(({ rank, member }) => Number.isFinite(rank) && (wanted !== '' || member))
    .map((one) => ({
      ...one,
      unread: one.member ? unread.of(one.row.id, one.row.people.length > 0).unread : 0,
    }));
  const quick = wanted === '';
  ranked.sort(
    (a, b) =>
      (quick ? Number(b.unread > 0) - Number(a.unread > 0) : a.rank - b.rank) ||
      b.lastAt - a.lastAt,
  );
  const places = ranked.slice(0, PLACES).map(({ row, title, member, unread: count }) => ({
    id: row.id,
    type: row.type,
    title,
    people: row.people.length === 0 ? [] : channels.others(row),
    member,
    archived: row.archivedAt !== null,
    unread: count,
  }));

  const found = quick ? [] : people.find(wanted, PEOPLE);
  const hits = wanted.length < 2 ? undefined : options.search(wanted, MESSAGES);
  return {
    places,
    people: found,
    messages: hits?.hits ?? [],
    channels: hits?.channels ?? {},
    directory: { ...people.views(places.flatMap((one) => one.people)), ...hits?.people },
  };
}
