import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import type { HoleView, MessagePage, MessageView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import { holeBetween, type HoleInput, type Place } from './holes.ts';
import type { MessageViews } from './message-view.ts';
import { namedIn } from './named.ts';
import type { People } from './people.ts';
import { standingAt } from './standing.ts';
import { UnreadCounts } from './unread.ts';

export type PageAt =
  | { from: 'newest' }
  | { from: 'unread' }
  | { from: 'message'; messageId: string }
  | { from: 'window'; first: number; last: number }
  | { from: 'before'; position: number }
  | { from: 'after'; position: number };

const END = FIRST_UNSENT - 1;
const THREAD_MOST = 2_000;

export interface MessagesOptions {
  cache: Cache;
  views: MessageViews;
  people: People;
  channels: Channels;
  /** 0..1 of a channel's backfill; null while nobody fetches it. */
  progress: (channelId: string) => number | null;
}

const place = (message: Message): Place => ({
  position: message.position,
  ordinal: message.ordinal,
  counts: message.system === null && (message.rootId === null || message.broadcast),
});

/** S5: what stands in a hole parts it in two; how many are missing on each side is not known. */
const placeStood = ({ position }: Message): Place => ({ position, ordinal: null, counts: false });

const inOrder = (messages: Message[]): Message[] =>
  messages.sort((a, b) => a.position - b.position);

/** The positions that a page with nothing in it lies between. */
function boundsOf(at: PageAt): [low: number, high: number] {
  switch (at.from) {
    case 'before':
      return [1, at.position - 1];
    case 'after':
      return [at.position + 1, END];
    case 'window':
      return [at.first, at.last];
    default:
      return [1, END];
  }
}

/** Pages of a channel and threads, out of the cache alone. */
export class Messages {
  readonly #cache: Cache;
  readonly #views: MessageViews;
  readonly #people: People;
  readonly #channels: Channels;
  readonly #unread: UnreadCounts;
  readonly #progress: (channelId: string) => number | null;
  readonly #statements;

  constructor({ cache, views, people, channels, progress }: MessagesOptions) {
    this.#cache = cache;
    this.#views = views;
    this.#people = people;
    this.#channels = channels;
    this.#progress = progress;
    this.#unread = new UnreadCounts(cache);
    const listed = 'FROM messages WHERE scope_id = ? AND listed = 1';
    const json = (sql: string) => cache.db.prepare<[number, number, number]>(sql).pluck();
    this.#statements = {
      upTo: json(`SELECT json ${listed} AND position <= ? ORDER BY position DESC LIMIT ?`),
      from: json(`SELECT json ${listed} AND position >= ? ORDER BY position LIMIT ?`),
      window: cache.db
        .prepare<[number, number, number, number]>(
          `SELECT json ${listed} AND position BETWEEN ? AND ? ORDER BY position DESC LIMIT ?`,
        )
        .pluck(),
      replies: cache.db
        .prepare<[string]>(
          `SELECT count(*) FROM messages WHERE root_id = ? AND json ->> 'deletedAt' IS NULL`,
        )
        .pluck(),
      standing: cache.db
        .prepare<[string, number]>(
          `SELECT json FROM messages WHERE root_id = ? AND json ->> 'deletedAt' IS NULL
             ORDER BY position DESC LIMIT ?`,
        )
        .pluck(),
      thread: cache.db
        .prepare<[string, number]>(
          'SELECT json FROM messages WHERE root_id = ? ORDER BY position DESC LIMIT ?',
        )
        .pluck(),
    };
  }

  page(channelId: string, at: PageAt, limit: number): MessagePage {
    const scope = channelScope(channelId as ChannelId);
    const scopeId = this.#cache.scopes.knownId(scope) ?? -1;
    const unreadAfter = this.unreadAfter(channelId);
    const confirmed = this.#select(scopeId, at, limit, unreadAfter);
    const first = confirmed[0];
    const last = confirmed.at(-1);
    // Where nothing is here, the page still has its place: between the nearest that are.
    const [low, high] = boundsOf(at);
    const older = this.#upTo(scopeId, (first?.position ?? low) - 1, 1)[0];
    const newer = this.#from(scopeId, (last?.position ?? high) + 1, 1)[0];
    // What is not sent yet stands after everything else (S5), so only at the newest end.
    const begins = at.from === 'after' || at.from === 'window' || older === undefined;
    const lowest = begins ? low : (first?.position ?? END);
    const beyond = at.from === 'before' ? at.position : (newer?.position ?? Infinity);
    const newest = (): Message | undefined => this.#upTo(scopeId, END, 1)[0];
    const unsent = this.#unsent(channelId, null, newest).filter(
      ({ position }) => position >= lowest && position < beyond,
    );

    const stood = unsent.filter(({ position }) => position < FIRST_UNSENT).map(placeStood);
    const places = [...confirmed.map(place), ...stood].sort((a, b) => a.position - b.position);
    const drawn = [older && place(older), ...places, newer && place(newer)];
    const input = this.#holeInput(channelId, scopeId);
    const holes: HoleView[] = [];
    for (let i = 1; i < drawn.length; i++) {
      const hole = holeBetween(input, drawn[i - 1], drawn[i]);
      if (hole !== undefined) holes.push(hole);
    }

    const messages = this.#views.views(channelId, inOrder([...confirmed, ...unsent]));
    const start = older === undefined && !holes.some((hole) => hole.after === 0);
    return {
      channelId,
      messages,
      holes,
      atOldest: start,
      lastHere: newer === undefined,
      atNewest: newer === undefined && !holes.some((hole) => hole.after >= (last?.position ?? 0)),
      unreadAfter,
      ...this.#names(messages),
    };
  }

  thread(channelId: string, rootId: string): { root: MessageView | null; page: MessagePage } {
    const replies = this.#statements.thread
      .all(rootId, THREAD_MOST)
      .map((json) => JSON.parse(json as string) as Message)
      .reverse();
    const scope = channelScope(channelId as ChannelId);
    const root = this.#cache.overlay.get(scope, 'message', rootId);
    const unsent = this.#unsent(channelId, rootId, () => replies.at(-1));
    const views = this.#views.views(channelId, [
      ...(root === undefined ? [] : [root]),
      ...inOrder([...replies, ...unsent]),
    ]);
    const page = root === undefined ? views : views.slice(1);
    return {
      root: root === undefined ? null : (views[0] ?? null),
      page: {
        channelId,
        messages: page,
        holes: [],
        atOldest: replies.length < THREAD_MOST,
        atNewest: true,
        lastHere: true,
        unreadAfter: null,
        ...this.#names(views),
      },
    };
  }

  /** The newest replies of a thread, unsent ones among them. */
  lastReplies(channelId: string, rootId: string, limit: number): Message[] {
    const confirmed = this.#parse(this.#statements.standing.all(rootId, limit)).reverse();
    const unsent = this.#unsent(channelId, rootId, () => confirmed.at(-1));
    return inOrder([...confirmed, ...unsent]).slice(-limit);
  }

  /** Replies of a thread that are here and still stand, as its own count of them goes. */
  replyCount(rootId: string): number {
    return this.#statements.replies.get(rootId) as number;
  }

  /** The last message of the channel at or below a position: what a read marker names. */
  placeUpTo(
    channelId: string,
    position: number,
  ): { position: number; ordinal: number } | undefined {
    const scopeId = this.#cache.scopes.knownId(channelScope(channelId as ChannelId)) ?? -1;
    const message = this.#upTo(scopeId, position, 1)[0];
    return message === undefined
      ? undefined
      : { position: message.position, ordinal: message.ordinal };
  }

  /** The marker's position while something after it is unread; null otherwise. */
  unreadAfter(channelId: string): number | null {
    const { overlay, userId } = this.#cache;
    const marker = overlay.get(userScope(userId), 'marker', channelId);
    return this.#unread.countOf(channelId) > 0 ? (marker?.position ?? 0) : null;
  }

  #select(scopeId: number, at: PageAt, limit: number, unreadAfter: number | null): Message[] {
    switch (at.from) {
      case 'newest':
        return this.#upTo(scopeId, END, limit);
      case 'before':
        return this.#upTo(scopeId, at.position - 1, limit);
      case 'after':
        return this.#from(scopeId, at.position + 1, limit);
      case 'window':
        return this.#parse(
          this.#statements.window.all(scopeId, at.first, at.last, limit),
        ).reverse();
      case 'unread': {
        if (unreadAfter === null) return this.#upTo(scopeId, END, limit);
        return this.#around(scopeId, unreadAfter, limit);
      }
      case 'message': {
        const message = this.#cache.rows.message(at.messageId);
        if (message === undefined) return this.#upTo(scopeId, END, limit);
        return this.#around(scopeId, message.position, limit);
      }
    }
  }

  /** Half of it up to this position, and what follows. */
  #around(scopeId: number, position: number, limit: number): Message[] {
    const after = this.#from(scopeId, position + 1, Math.ceil(limit / 2));
    const before = this.#upTo(scopeId, position, limit - after.length);
    return [...before, ...after];
  }

  #upTo(scopeId: number, position: number, limit: number): Message[] {
    return this.#parse(this.#statements.upTo.all(scopeId, position, limit)).reverse();
  }

  #from(scopeId: number, position: number, limit: number): Message[] {
    return this.#parse(this.#statements.from.all(scopeId, position, limit));
  }

  #parse(rows: unknown[]): Message[] {
    return rows.map((json) => JSON.parse(json as string) as Message);
  }

  /**
   * What is here only by its command. One that was acknowledged has its place already (S5): while its
   * row is still in a hole below the `newest` one that is here, it stands there and not at the end.
   */
  #unsent(channelId: string, rootId: string | null, newest: () => Message | undefined): Message[] {
    const scope = channelScope(channelId as ChannelId);
    const { overlay } = this.#cache;
    const standing = overlay.newMessages(scope).map((one) => {
      const at = standingAt(this.#cache, scope, one);
      const below = at !== undefined && at < (newest()?.position ?? 0);
      return below ? { ...one, position: at } : one;
    });
    const all = [...standing, ...this.#views.refusedMessages(channelId)];
    return all.filter((one) =>
      rootId === null ? one.rootId === null || one.broadcast : one.rootId === rootId,
    );
  }

  #holeInput(channelId: string, scopeId: number): HoleInput {
    const scope = this.#cache.scopes.find(channelScope(channelId as ChannelId));
    return {
      holes: this.#cache.scopes.holes(scopeId),
      islands: this.#cache.scopes.islands(scopeId),
      scope,
      progress: this.#progress(channelId),
    };
  }

  #names(messages: readonly MessageView[]): Pick<MessagePage, 'people' | 'channels'> {
    const { people, channels } = namedIn(messages);
    return { people: this.#people.views(people), channels: this.#channels.names(channels) };
  }
}
