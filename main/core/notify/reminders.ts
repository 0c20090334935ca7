import { z } from 'zod';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Saved } from '../../../shared/domain/kinds/saved.ts';
import { policyOf } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope, userScope } from '../../../shared/domain/scope.ts';
import { nextStart } from '../../../shared/domain/work-time.ts';
import type { NoticeView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { MessageViews } from '../views/message-view.ts';
import { namedIn } from '../views/named.ts';
import type { People } from '../views/people.ts';
import type { Notices } from './notices.ts';
import { ownOffReason, selfOf } from './self.ts';

/** A timer sleeps while the computer does, so it looks again at least so often, ms. */
const LOOK_AGAIN_MS = 10 * 60_000;

const KEY = 'reminded';
/** By message: the time that was told, so that another time for it is told again. */
const stored = z.record(z.string(), z.number());

export interface RemindersOptions {
  cache: Cache;
  clock: Clock;
  people: People;
  channels: Channels;
  views: MessageViews;
  notices: Notices;
  /** Runs what meets the disk while nobody waits for it, and answers for a disk that fails. */
  guard: (run: () => void) => void;
}

/**
 * Reminds of saved messages at their time, with or without a line, each time once, also over
 * restarts. What falls into off hours or a pause is told when the person works again.
 */
export class Reminders {
  readonly #options: RemindersOptions;
  readonly #stopListening: () => void;
  #cancel: (() => void) | null = null;
  /** Nothing rings before this moment was looked at, ms. */
  #next = Number.POSITIVE_INFINITY;

  constructor(options: RemindersOptions) {
    this.#options = options;
    this.#stopListening = options.cache.topics.subscribe((topics) => {
      if (topics.includes('saved') || topics.includes('people')) this.look();
    });
  }

  look(): void {
    this.#options.guard(() => this.#look());
  }

  close(): void {
    this.#stopListening();
    this.#cancel?.();
  }

  #look(): void {
    const { cache, clock } = this.#options;
    this.#cancel?.();
    this.#cancel = null;
    const now = clock.now();
    const told = this.#told();
    const waiting = cache.overlay
      .list(userScope(cache.userId), 'saved')
      .filter(({ id, done, remindAt }) => !done && remindAt !== null && told[id] !== remindAt);
    const due = waiting.filter(({ remindAt }) => remindAt! <= now);
    const off = ownOffReason(cache, now) !== null;
    // The number of the due ones on the screen goes by the clock.
    if (this.#next <= now) cache.topics.changed('saved');
    if (due.length > 0 && !off) this.#tell(due, told);
    const times = waiting.map(({ remindAt }) => remindAt!).filter((at) => at > now);
    this.#next = Math.min(Number.POSITIVE_INFINITY, ...times);
    if (waiting.length === 0) return;
    const { me, company } = selfOf(cache);
    const start = off && me !== undefined ? nextStart(me, company, now) : undefined;
    const change = Math.min(this.#next, start ?? Number.POSITIVE_INFINITY);
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(1, change - now));
    this.#cancel = clock.after(wait, () => this.look());
  }

  #tell(due: readonly Saved[], told: Record<string, number>): void {
    const { cache, notices } = this.#options;
    // S7: written down first, so that no crash tells it twice.
    const rows = cache.overlay.list(userScope(cache.userId), 'saved');
    const kept = rows.flatMap(({ id }) => (told[id] === undefined ? [] : [[id, told[id]]]));
    const next = { ...Object.fromEntries(kept), ...Object.fromEntries(due.map(timeOf)) };
    cache.transaction(() => cache.meta.set(KEY, JSON.stringify(next)));
    for (const row of due) {
      const notice = this.#notice(row);
      if (notice !== undefined) notices.add(notice);
    }
  }

  /** Undefined where the person may not read it any more (S11), or it was deleted. */
  #notice({ id: messageId, channelId }: Saved): NoticeView | undefined {
    const { cache, people, channels, views } = this.#options;
    const channel = channels.row(channelId);
    if (channels.membership(channelId) === undefined || channel === undefined) return undefined;
    const message = cache.overlay.get(channelScope(channelId as ChannelId), 'message', messageId);
    if (message !== undefined && message.deletedAt !== null) return undefined;
    const id = `reminder/${messageId}`;
    const place = { ...({ type: 'reminder', id } as const), channelId, messageId };
    // The company may not want its words on locked screens.
    if (message === undefined || !policyOf(selfOf(cache).company).notificationText) {
      return { ...place, author: null, place: null, text: null, people: {}, channels: {} };
    }
    const named = namedIn(views.views(channelId, [message]));
    return {
      ...place,
      author: people.view(message.authorId)?.displayName ?? null,
      place: channel.type === 'dm' ? null : channels.title(channel),
      text: message.text || (message.forward?.text ?? ''),
      people: people.views(named.people),
      channels: channels.names(named.channels),
    };
  }

  #told(): Record<string, number> {
    const text = this.#options.cache.meta.get(KEY);
    if (text === undefined) return {};
    try {
      return stored.parse(JSON.parse(text));
    } catch {
      return {};
    }
  }
}

const timeOf = ({ id, remindAt }: Saved): [string, number] => [id, remindAt ?? 0];
