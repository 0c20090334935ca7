import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { userScope } from '../../../shared/domain/scope.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from '../views/channels.ts';
import type { FollowedThreads } from '../views/followed-threads.ts';

/** So many notices may be on the person's screen; the oldest is forgotten first. */
const MOST = 50;

/** A message that was told. */
export interface Told {
  readonly channelId: ChannelId;
  /** The thread that alone shows it. */
  readonly root: string | null;
  readonly id: string;
  readonly position: number;
  /** What its words were written by: another one once it was edited. */
  readonly op: string;
}

/** A notice that does not stand as it did. */
interface Changed {
  readonly id: string;
  /** What it still stands for; nothing: it goes. */
  readonly left: readonly Told[];
  /** Only the words of its last message are others. */
  readonly edited: boolean;
}

export const toldOf = (channelId: ChannelId, message: Message): Told => ({
  ...{ channelId, root: message.broadcast ? null : message.rootId },
  ...{ id: message.id, position: message.position, op: message.op },
});

/** Messages of one conversation, or of one thread, are told in one notice. */
export const noticeIdOf = ({ channelId, root }: Told): string => root ?? channelId;

interface StandingOptions {
  cache: Cache;
  channels: Channels;
  followed: FollowedThreads;
}

/** Which messages the notices on the person's screen stand for, as long as these are unread. */
export class Standing {
  readonly #options: StandingOptions;
  readonly #told = new Map<string, Told[]>();

  constructor(options: StandingOptions) {
    this.#options = options;
  }

  /** Gives all that the notice now stands for: what is unread of before, and these. */
  add(id: string, told: readonly Told[]): Told[] {
    const all = [...this.#unread(this.#told.get(id) ?? []), ...told];
    this.#told.delete(id);
    this.#told.set(id, all);
    const [oldest] = this.#told.keys();
    if (this.#told.size > MOST && oldest !== undefined) this.#told.delete(oldest);
    return all;
  }

  /** The notices that do not stand as they did: with what is left of them, or with nothing. */
  changed(): Changed[] {
    const found: Changed[] = [];
    for (const [id, told] of this.#told) {
      const left = this.#asNow(this.#unread(told));
      const [last, before] = [left.at(-1), told.at(-1)];
      if (left.length === 0) this.#told.delete(id);
      else this.#told.set(id, left);
      // That its first messages were read or edited does not make it wrong.
      if (last !== before) found.push({ id, left, edited: last?.id === before?.id });
    }
    return found;
  }

  /**
   * Position up to which the person has read there, on whatever computer. S11: what was left is
   * nobody's business any more, undefined.
   */
  readTo({ channelId, root }: Pick<Told, 'channelId' | 'root'>): number | undefined {
    const { cache, channels, followed } = this.#options;
    const own = userScope(cache.userId);
    if (cache.overlay.get(own, 'membership', channelId) === undefined) return undefined;
    if (channels.row(channelId) === undefined) return undefined;
    const read = cache.overlay.get(own, 'marker', channelId)?.position ?? 0;
    // A reply that only its thread shows is read there.
    return root === null ? read : (followed.follow(root)?.readTo ?? read);
  }

  /** With the words that the last one, which is shown, has now. */
  #asNow(told: Told[]): Told[] {
    const last = told.at(-1);
    const op = last && this.#options.cache.rows.message(last.id)?.op;
    if (last === undefined || op === undefined || op === last.op) return told;
    return [...told.slice(0, -1), { ...last, op }];
  }

  /** Without the deleted ones at its end, since the last one's words are shown. */
  #unread(told: readonly Told[]): Told[] {
    const bounds = new Map<string, number>();
    const left = told.filter((one) => {
      const place = noticeIdOf(one);
      const readTo = bounds.get(place) ?? this.readTo(one) ?? Number.POSITIVE_INFINITY;
      bounds.set(place, readTo);
      return one.position > readTo;
    });
    const { rows } = this.#options.cache;
    while (left.length > 0 && rows.message(left.at(-1)!.id)?.deletedAt !== null) left.pop();
    return left;
  }
}

/** Whether a change of this may have made a notice of messages wrong. */
export const mayBeRead = (topic: Topic): boolean =>
  topic === 'sidebar' || topic === 'threads' || topic.startsWith('channel:');
