import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Channel } from '../../../shared/domain/kinds/channel.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { mentionedUsers } from '../../../shared/domain/mentions.ts';
import { channelOf, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { NoticeView } from '../../../shared/rpc/notice-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { FollowedThreads } from '../views/followed-threads.ts';
import { callsPerson } from '../views/groups.ts';
import { messageNotice, type MessageNoticeOptions } from './message-notice.ts';
import type { Notices } from './notices.ts';
import { decide, type Concern } from './ring.ts';
import { ownOffReason } from './self.ts';
import { mayBeRead, noticeIdOf, Standing, toldOf, type Told } from './standing.ts';

/** What comes within so many ms is told together, and another device has time to say "read". */
const GATHER_MS = 300;
/** Older than this it is no news: it came with a catch-up, ms. */
const FRESH_MS = 2 * 60_000;
/** New things in more places at once than this are told in one sentence. */
const MOST_PLACES = 3;

/** The notice of many places at once. */
const MANY = 'many';

export interface NotifierOptions extends MessageNoticeOptions {
  cache: Cache;
  clock: Clock;
  channels: Channels;
  followed: FollowedThreads;
  notices: Notices;
  /** The channel before the person's eyes, or null. */
  looking: () => ChannelId | null;
  /** The relay's clock less this computer's, ms (S15). */
  clockSkew: () => number;
  /** Runs what meets the disk while nobody waits for it, and answers for a disk that fails. */
  guard: (run: () => void) => void;
}

interface Said {
  channelId: ChannelId;
  message: Message;
  /** Whether its reader was off when it came; the summary has it then. */
  off: boolean;
}

/**
 * Makes notices of new messages, in the person's working time and also without a line: one for each
 * conversation, which says what its last message says now, and goes again once all of it was read,
 * here or elsewhere, or is gone.
 */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #wrote;
  readonly #standing: Standing;
  readonly #stopListening: () => void;
  #said: Said[] = [];
  #cancel: (() => void) | null = null;

  constructor(options: NotifierOptions) {
    this.#options = options;
    this.#wrote = options.cache.db
      .prepare<[string, string]>('SELECT 1 FROM messages WHERE root_id = ? AND author_id = ?')
      .pluck();
    this.#standing = new Standing(options);
    this.#stopListening = options.cache.topics.subscribe((topics) => {
      if (topics.some(mayBeRead)) options.guard(() => this.#review());
    });
  }

  /** Messages that have just come for the first time. */
  arrived(scope: Scope, messages: readonly Message[]): void {
    const { cache, clock, clockSkew, guard } = this.#options;
    const channelId = channelOf(scope);
    if (channelId === undefined) return;
    const freshFrom = clock.now() + clockSkew() - FRESH_MS;
    const fresh = messages.filter(
      ({ authorId, system, createdAt }) =>
        authorId !== cache.userId && system === null && createdAt >= freshFrom,
    );
    // Most of what comes is old: after a time away, all but the last minutes of it.
    if (fresh.length === 0) return;
    const off = ownOffReason(cache, clock.now()) !== null;
    for (const message of fresh) this.#said.push({ channelId, message, off });
    this.#cancel ??= clock.after(GATHER_MS, () => guard(() => this.#tell()));
  }

  close(): void {
    this.#stopListening();
    this.#cancel?.();
  }

  #tell(): void {
    this.#cancel = null;
    const places = new Map<string, Told[]>();
    for (const said of this.#said.splice(0)) {
      if (!this.#rings(said)) continue;
      const told = toldOf(said.channelId, said.message);
      const id = noticeIdOf(told);
      places.set(id, [...(places.get(id) ?? []), told]);
    }
    if (places.size > MOST_PLACES) this.#add(MANY, [...places.values()].flat());
    else for (const [id, told] of places) this.#add(id, told);
  }

  #add(id: string, told: readonly Told[]): void {
    this.#options.notices.add(this.#notice(id, this.#standing.add(id, told)));
  }

  /** Something may have been read, edited, deleted or left. */
  #review(): void {
    const { notices, detail } = this.#options;
    for (const { id, left, edited } of this.#standing.changed()) {
      // What shows no words has none to change.
      if (edited && (id === MANY || detail.now !== 'words')) continue;
      if (left.length === 0) notices.withdraw(id);
      else notices.change(this.#notice(id, left));
    }
  }

  #notice(id: string, told: readonly Told[]): NoticeView {
    if (id !== MANY) return messageNotice(this.#options, told);
    const places = new Set(told.map(noticeIdOf)).size;
    return { ...{ type: 'many', id }, messages: told.length, places };
  }

  #rings({ channelId, message, off }: Said): boolean {
    const { cache, channels, looking } = this.#options;
    const place = cache.overlay.get(userScope(cache.userId), 'membership', channelId);
    const channel = channels.row(channelId);
    // S11: what was left meanwhile is nobody's business any more.
    const readTo = this.#standing.readTo(toldOf(channelId, message));
    if (place === undefined || channel === undefined || readTo === undefined) return false;
    // Deleted within the moment.
    if (cache.rows.message(message.id)?.deletedAt !== null) return false;
    const urgent = message.urgent !== undefined;
    const seen = readTo >= message.position || looking() === channelId;
    const concern = this.#concern(channel, message);
    const quiet = message.quiet === true;
    return decide({ concern, place, off, seen, urgent, quiet }) === 'ring';
  }

  #concern(channel: Channel, { rootId, text }: Message): Concern {
    const { cache, followed } = this.#options;
    if (callsPerson(cache, text) || mentionedUsers(text).some((id) => id === cache.userId)) {
      return channel.people.length > 0 ? 'direct' : 'mention';
    }
    const follow = rootId === null ? undefined : followed.follow(rootId);
    if (follow?.on === false) return 'silenced';
    if (channel.people.length > 0) return 'direct';
    if (rootId === null) return 'other';
    if (follow !== undefined) return 'reply';
    // Of a thread that came from elsewhere nobody wrote down who follows it.
    const inIt = this.#wrote.get(rootId, cache.userId) !== undefined;
    return inIt || cache.rows.message(rootId)?.authorId === cache.userId ? 'reply' : 'other';
  }
}
