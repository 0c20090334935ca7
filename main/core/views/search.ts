import { conversationId } from '../../../shared/domain/conversation.ts';
import type { ChannelId, UserId } from '../../../shared/domain/ids.ts';
import type { Kind } from '../../../shared/domain/registry.ts';
import {
  channelOf,
  channelScope,
  orgScope,
  userScope,
  type Scope,
} from '../../../shared/domain/scope.ts';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import type {
  RelaySearchResult,
  SearchHit,
  SearchResult,
} from '../../../shared/rpc/search-views.ts';
import type { Cache } from '../cache/cache.ts';
import { fold } from '../../../shared/search/fold.ts';
import { stands, type Beside } from '../../../shared/search/standing.ts';
import type { FtsIndex } from '../search/index.ts';
import { askRelay } from '../search/ask-relay.ts';
import { cachedBeside } from '../search/cached-beside.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { MessageSearch, type Hit, type Page } from '../search/run.ts';
import type { Requests } from '../sync/requests.ts';
import { applyFound } from '../sync/wants.ts';
import type { Channels } from './channels.ts';
import type { MessageViews } from './message-view.ts';
import { namedIn } from './named.ts';
import { matchRank, type People } from './people.ts';

/** So many people or channels may be meant by one name. */
const MEANT = 20;

export interface SearchOptions {
  cache: Cache;
  index: FtsIndex;
  people: People;
  channels: Channels;
  views: MessageViews;
  requests: Requests;
  live: () => boolean;
  /** Whether everything that the person may read is here. */
  complete: () => boolean;
  now: () => number;
}

interface Question {
  query: string;
  /** Only in this channel; null: everywhere. */
  channelId: string | null;
  after: string | null;
  limit: number;
}

/** Search as the renderer shows it: hits drawn like any message, with the names that they need. */
export class Search {
  readonly #options: SearchOptions;
  readonly #search: MessageSearch;
  readonly #beside: Beside;

  constructor(options: SearchOptions) {
    this.#options = options;
    const { cache, index } = options;
    this.#beside = cachedBeside({
      cache,
      people: (channelId) => options.channels.row(channelId)?.people ?? [],
    });
    const withFiles = cache.db
      .prepare<[]>(`SELECT DISTINCT parent FROM rows WHERE kind = 'file' AND parent IS NOT NULL`)
      .pluck();
    const polls = cache.db
      .prepare<[]>(`SELECT id FROM rows WHERE kind = 'poll' AND parent IS NOT NULL`)
      .pluck();
    this.#search = new MessageSearch(cache.db, index, {
      scopeId: (channelId) => cache.scopes.knownId(channelScope(channelId as ChannelId)),
      channelId: (scopeId) => {
        const name = cache.scopes.nameOf(scopeId);
        return name === undefined ? undefined : channelOf(name);
      },
      pinned: () => this.#marked('pin'),
      tasks: () => this.#marked('task'),
      saved: () => this.#saved(),
      withFiles: () => new Set(withFiles.all() as string[]),
      polls: () => new Set(polls.all() as string[]),
      beside: this.#beside,
      *overlay() {
        for (const { scope, row } of cache.overlay.messages()) {
          const channelId = channelOf(scope);
          if (channelId !== undefined) yield { channelId, row };
        }
      },
    });
  }

  run(question: Question): SearchResult {
    const asked = this.#asked(question);
    return this.#drawn(this.#search.run(asked, question.limit, question.after), asked);
  }

  /** The same on the relay, for what is not here. */
  async onRelay(question: Question): Promise<RelaySearchResult> {
    const { requests, live, complete } = this.#options;
    const asked = this.#asked(question);
    const nothing = this.#drawn({ hits: [], next: null }, asked);
    if (!live()) return { ...nothing, reach: 'offline' };
    // What was begun there goes on there.
    if (complete() && question.after === null) return { ...nothing, reach: 'whole' };
    const page = await askRelay(requests, asked, question);
    if (typeof page === 'string') {
      return { ...nothing, reach: page === 'down' ? 'offline' : 'unavailable' };
    }
    await this.#fetchAuthors(page.hits);
    const hits = page.hits.filter((hit) => this.#isTrueHere(asked, hit));
    return { ...this.#drawn({ hits, next: page.next }, asked), reach: 'whole' };
  }

  /**
   * S11: what comes for a channel that was purged meanwhile is dropped. What the person is about to
   * change is found as they left it, in the cache, and where a mark is on its way, that decides.
   */
  #isTrueHere(asked: Query, { message, channelId }: Hit): boolean {
    const { overlay, scopes, userId } = this.#options.cache;
    const scope = channelScope(channelId as ChannelId);
    if (scopes.knownId(scope) === undefined) return false;
    const waits = (where: Scope, kind: Kind, id: string | null): boolean =>
      id !== null && overlay.shown(where, kind, id)?.entry.state === 'waiting';
    const { id, rootId } = message;
    if (waits(scope, 'message', id)) return false;
    const own = userScope(userId);
    const marked =
      (asked.pinned !== null && waits(scope, 'pin', id)) ||
      (asked.task !== null && waits(scope, 'task', id)) ||
      (asked.saved !== null && waits(own, 'saved', id)) ||
      (asked.unread !== null && (waits(own, 'marker', channelId) || waits(own, 'follow', rootId)));
    return !marked || stands(asked, message, channelId, this.#beside);
  }

  #saved(): ReadonlySet<string> {
    const { overlay, userId } = this.#options.cache;
    const open = overlay.list(userScope(userId), 'saved').filter(({ done }) => !done);
    return new Set(open.map(({ id }) => id));
  }

  /** Of all channels: there are few in each. Both are kept under the message's own id. */
  #marked(kind: 'pin' | 'task'): ReadonlySet<string> {
    const { cache, channels } = this.#options;
    const marks = channels
      .memberships()
      .flatMap(({ id }) => cache.overlay.list(channelScope(id as ChannelId), kind));
    return new Set(marks.map(({ id }) => id));
  }

  /** Whoever wrote what is not here may not be here either. */
  async #fetchAuthors(hits: readonly Hit[]): Promise<void> {
    const { requests, cache } = this.#options;
    const authors = [...new Set(hits.map(({ message }) => message.authorId))];
    const keys = authors
      .filter((id) => cache.rows.get(orgScope, 'user', id) === undefined)
      .map((id) => ({ scope: orgScope, kind: 'user', id }));
    if (keys.length === 0) return;
    const answer = await requests.ask('get', { keys });
    if (answer.ok) applyFound(cache, answer.frame.rows);
  }

  #asked({ query, channelId }: Question): Query {
    const names = {
      person: (name: string) => this.#people(name),
      channel: (name: string) => this.#channels(name),
    };
    const parsed = parseQuery(query, names, this.#options.now());
    return channelId === null ? parsed : { ...parsed, channels: [channelId] };
  }

  #drawn(page: Page, { problems }: Query): SearchResult {
    const { cache, people, channels, views } = this.#options;
    const hits: SearchHit[] = page.hits.flatMap(({ message, channelId: where, ranges }) => {
      const [view] = views.views(where, [message]);
      const unsent = message.position >= FIRST_UNSENT;
      const here = unsent || cache.rows.message(message.id) !== undefined;
      return view === undefined ? [] : [{ message: view, ranges, here }];
    });
    const named = namedIn(hits.map(({ message }) => message));
    for (const { message } of hits) named.channels.add(message.channelId);
    return {
      hits,
      next: page.next,
      problems: [...problems],
      people: people.views(named.people),
      channels: channels.names(named.channels),
    };
  }

  /** Whose name or sign-in name begins with it, or has a word that does. */
  #people(name: string): string[] {
    const wanted = fold(name.replace(/^@/, ''));
    const { cache, people } = this.#options;
    if (wanted === 'me' || wanted === 'saya') return [cache.userId];
    const all = people.all();
    const exact = all.filter((one) => one.name === wanted || fold(one.displayName) === wanted);
    if (exact.length > 0) return exact.map((one) => one.id);
    return all
      .filter(
        (one) => Math.min(matchRank(one.displayName, wanted), matchRank(one.name, wanted)) <= 1,
      )
      .slice(0, MEANT)
      .map((one) => one.id);
  }

  #channels(name: string): string[] {
    const { cache, channels } = this.#options;
    if (name.startsWith('@')) {
      return this.#people(name).map((id) => conversationId([cache.userId, id as UserId]));
    }
    const wanted = fold(name.replace(/^#/, ''));
    const mine = channels.memberships().flatMap(({ id }) => channels.row(id) ?? []);
    const exact = mine.filter((row) => row.name === wanted);
    const found =
      exact.length > 0 ? exact : mine.filter((row) => matchRank(channels.title(row), wanted) <= 1);
    return found.slice(0, MEANT).map((row) => row.id);
  }
}
