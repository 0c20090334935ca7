import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { Poll } from '../../../shared/domain/kinds/poll.ts';
import { voteId, type Vote } from '../../../shared/domain/kinds/vote.ts';
import { channelScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { PollView } from '../../../shared/rpc/poll-views.ts';
import type { Cache } from '../cache/cache.ts';
import { refusedView } from './refused-view.ts';

/** So many are named beside an answer. */
const NAMED = 20;

type Shown = Pick<Poll, 'options' | 'several' | 'anonymous' | 'closesAt' | 'closedAt' | 'tally'>;

/** Draws polls: their terms, and the votes with the person's own pending one on top (S8). */
export class Polls {
  readonly #cache: Cache;
  readonly #votes;

  constructor(cache: Cache) {
    this.#cache = cache;
    this.#votes = cache.db
      .prepare<[string, string]>(
        `SELECT json FROM rows WHERE kind = 'vote' AND parent = ? AND json IS NOT NULL
           AND scope_id = (SELECT id FROM scopes WHERE name = ?)`,
      )
      .pluck();
  }

  /** Null for a message that is none, and while the poll's row has not come. */
  view(channelId: string, message: Message): PollView | null {
    if (message.poll === undefined || message.deletedAt !== null) return null;
    const { overlay, userId } = this.#cache;
    const scope = channelScope(channelId as ChannelId);
    const poll = overlay.get(scope, 'poll', message.id) ?? this.#unsent(message.id);
    if (poll === undefined) return null;
    const own = poll.anonymous ? userScope(userId) : scope;
    const id = voteId(message.id, userId);
    const mine = overlay.get(own, 'vote', id);
    const votes = poll.tally === null ? this.#readable(scope, message.id, mine) : [];
    return {
      options: poll.options.map((text, option) => {
        const by = votes.filter(({ choices }) => choices.includes(option));
        return {
          text,
          count: poll.tally?.counts[option] ?? by.length,
          mine: mine?.choices.includes(option) ?? false,
          userIds: by.slice(0, NAMED).map((vote) => vote.userId),
        };
      }),
      voters: poll.tally?.voters ?? votes.length,
      several: poll.several,
      anonymous: poll.anonymous,
      closesAt: poll.closesAt,
      closed: poll.closedAt !== null,
      waiting: overlay.shown(own, 'vote', id)?.entry.state === 'waiting',
      refused: this.#refused(message.id),
    };
  }

  /** In the order in which they were cast; the person's own as they see it. */
  #readable(scope: Scope, messageId: string, mine: Vote | undefined): Vote[] {
    const all = (this.#votes.all(messageId, scope) as string[])
      .map((json) => JSON.parse(json) as Vote)
      .filter(({ userId }) => userId !== this.#cache.userId);
    return [...all, ...(mine === undefined ? [] : [mine])].sort((a, b) => a.version - b.version);
  }

  /** What the relay refused to take stays as it was written (S7). */
  #unsent(messageId: string): Shown | undefined {
    const entry = this.#cache.outbox.get(messageId as OpId);
    if (entry?.name !== 'message.send') return undefined;
    const { poll } = entry.args as ArgsOf<'message.send'>;
    return poll === undefined ? undefined : { ...poll, closedAt: null, tally: null };
  }

  #refused(messageId: string): PollView['refused'] {
    for (const entry of this.#cache.outbox.entries()) {
      if (entry.state !== 'refused' || !entry.name.startsWith('poll.')) continue;
      if ((entry.args as { messageId: string }).messageId === messageId) return refusedView(entry);
    }
    return null;
  }
}
