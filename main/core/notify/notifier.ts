import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Channel } from '../../../shared/domain/kinds/channel.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { policyOf } from '../../../shared/domain/kinds/workspace.ts';
import { mentionedUsers } from '../../../shared/domain/mentions.ts';
import { channelOf, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { NoticeView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { FollowedThreads } from '../views/followed-threads.ts';
import { callsPerson } from '../views/groups.ts';
import type { MessageViews } from '../views/message-view.ts';
import { namedIn } from '../views/named.ts';
import type { People } from '../views/people.ts';
import type { Notices } from './notices.ts';
import { decide, type Concern } from './ring.ts';
import { ownOffReason, selfOf } from './self.ts';

/** What comes within so many ms is told together, and another device has time to say "read". */
const GATHER_MS = 300;
/** Older than this it is no news: it came with a catch-up, ms. */
const FRESH_MS = 2 * 60_000;
/** New things in more places at once than this are told in one sentence. */
const MOST_PLACES = 3;

export interface NotifierOptions {
  cache: Cache;
  clock: Clock;
  people: People;
  channels: Channels;
  views: MessageViews;
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

/** Makes notices of new messages, in the person's working time and also without a line. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #wrote;
  #said: Said[] = [];
  #cancel: (() => void) | null = null;

  constructor(options: NotifierOptions) {
    this.#options = options;
    this.#wrote = options.cache.db
      .prepare<[string, string]>('SELECT 1 FROM messages WHERE root_id = ? AND author_id = ?')
      .pluck();
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
    this.#cancel?.();
  }

  #tell(): void {
    this.#cancel = null;
    const { notices } = this.#options;
    const places = new Map<ChannelId, Said[]>();
    for (const said of this.#said.splice(0)) {
      if (!this.#rings(said)) continue;
      places.set(said.channelId, [...(places.get(said.channelId) ?? []), said]);
    }
    const told = [...places.values()];
    if (told.length > MOST_PLACES) {
      notices.add({
        ...{ type: 'many', id: 'many', places: told.length },
        messages: told.reduce((sum, { length }) => sum + length, 0),
      });
      return;
    }
    for (const said of told) notices.add(this.#notice(said));
  }

  #rings({ channelId, message, off }: Said): boolean {
    const { cache, channels, followed, looking } = this.#options;
    const own = userScope(cache.userId);
    const place = cache.overlay.get(own, 'membership', channelId);
    const channel = channels.row(channelId);
    // S11: what was left meanwhile is nobody's business any more.
    if (place === undefined || channel === undefined) return false;
    // Deleted within the moment.
    if (cache.rows.message(message.id)?.deletedAt !== null) return false;
    const read = cache.overlay.get(own, 'marker', channelId)?.position ?? 0;
    const urgent = message.urgent !== undefined;
    // A reply that only its thread shows is read there.
    const root = message.broadcast ? null : message.rootId;
    const upTo = root === null ? read : (followed.follow(root)?.readTo ?? read);
    const seen = upTo >= message.position || looking() === channelId;
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

  #notice(said: readonly Said[]): NoticeView {
    const { cache, people, channels, views } = this.#options;
    const { channelId, message } = said.at(-1)!;
    const channel = channels.row(channelId);
    const conversation = channel !== undefined && channel.people.length > 0;
    const place = {
      ...({ type: 'message', id: channelId, channelId, rootId: message.rootId } as const),
      ...{ messageId: message.id, count: said.length },
      // The reason is part of the words.
      urgent: message.urgent !== undefined,
    };
    // The company may not want its words on locked screens.
    if (!policyOf(selfOf(cache).company).notificationText) {
      return { ...place, author: null, place: null, text: null, people: {}, channels: {} };
    }
    const named = namedIn(views.views(channelId, [message]));
    return {
      ...place,
      author: people.view(message.authorId)?.displayName ?? null,
      place:
        channel === undefined || (conversation && channel.type === 'dm')
          ? null
          : channels.title(channel),
      text: message.text || (message.forward?.text ?? ''),
      people: people.views(named.people),
      channels: channels.names(named.channels),
    };
  }
}
