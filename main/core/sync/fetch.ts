import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { Cache } from '../cache/cache.ts';
import { applyRows } from './apply.ts';
import type { Requests } from './requests.ts';
import { applyFound, kept } from './wants.ts';

const AROUND = 60;
const THREAD = 200;

/** Fetches places in a channel that are not on this computer, when a reader goes there. */
export class Fetcher {
  readonly #cache: Cache;
  readonly #requests: Requests;
  readonly #live: () => boolean;
  /** Threads that were completed on this line. */
  readonly #threads = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(cache: Cache, requests: Requests, live: () => boolean) {
    this.#cache = cache;
    this.#requests = requests;
    this.#live = live;
  }

  connected(): void {
    this.#threads.clear();
    this.#asked.clear();
  }

  /** Brings a message and its neighbours here. False: there is no such message, or no line. */
  async around(channelId: ChannelId, messageId: MessageId): Promise<boolean> {
    if (!this.#live()) return false;
    const scope = channelScope(channelId);
    const key = { scope, kind: 'message', id: messageId };
    const found = await this.#requests.ask('get', { keys: [key] });
    if (!found.ok || found.frame.rows.length === 0) return false;
    applyFound(this.#cache, found.frame.rows);
    const message = this.#cache.rows.message(messageId);
    if (message === undefined) return false;
    const { position } = message;
    const question = { channelId, rootId: null, direction: 'around' as const, position };
    return fetchHistory(this.#cache, this.#requests, { ...question, limit: AROUND });
  }

  /** Brings single rows here, without their neighbours; what cannot be had stays away. */
  async single(
    channelId: ChannelId,
    all: readonly string[],
    kind: 'message' | 'task' = 'message',
  ): Promise<void> {
    if (!this.#live()) return;
    const scope = channelScope(channelId);
    for (let at = 0; at < all.length; at += limits.keysPerGet) {
      const ids = all.slice(at, at + limits.keysPerGet);
      const keys = ids.map((id) => ({ scope, kind, id }));
      const found = await this.#requests.ask('get', { keys });
      if (found.ok) applyFound(this.#cache, found.frame.rows);
    }
  }

  /** Messages of any channels, each asked for once on a line. */
  async messages(wanted: readonly { channelId: ChannelId; messageId: MessageId }[]): Promise<void> {
    if (!this.#live()) return;
    const fresh = wanted.filter(({ messageId }) => !this.#asked.has(messageId)).slice(0, AROUND);
    if (fresh.length === 0) return;
    for (const { messageId } of fresh) this.#asked.add(messageId);
    const keys = fresh.map(({ channelId, messageId }) => ({
      ...{ scope: channelScope(channelId), kind: 'message', id: messageId },
    }));
    const found = await this.#requests.ask('get', { keys });
    if (!found.ok) for (const { messageId } of fresh) this.#asked.delete(messageId);
    else if (applyFound(this.#cache, found.frame.rows)) this.#cache.topics.changed('activity');
  }

  /** Completes a thread of which this computer holds only a part. */
  async thread(channelId: ChannelId, rootId: MessageId): Promise<void> {
    if (!this.#live() || this.#threads.has(rootId)) return;
    this.#threads.add(rootId);
    if (this.#cache.rows.message(rootId) === undefined) await this.single(channelId, [rootId]);
    const question = { channelId, rootId, direction: 'before' as const, limit: THREAD };
    const position = Number.MAX_SAFE_INTEGER;
    const here = await fetchHistory(this.#cache, this.#requests, { ...question, position });
    if (!here) this.#threads.delete(rootId);
  }
}

export interface HistoryQuestion {
  readonly channelId: ChannelId;
  readonly rootId: MessageId | null;
  readonly direction: 'around' | 'before' | 'after';
  readonly position: number;
  readonly limit: number;
}

/** Fetches messages by position. False: no answer, no right, or a disk that refuses. */
export async function fetchHistory(
  cache: Cache,
  requests: Requests,
  question: HistoryQuestion,
): Promise<boolean> {
  const answer = await requests.ask('history', question);
  const scope = channelScope(question.channelId);
  // S11: what comes for a channel that was purged meanwhile is dropped.
  if (!answer.ok || cache.scopes.knownId(scope) === undefined) return false;
  const { rows, from, to } = answer.frame;
  return kept(cache, () => {
    applyRows(cache, scope, rows);
    // A thread's replies leave out what stands between them; only a stretch of the channel is one.
    if (question.rootId !== null) return;
    cache.scopes.addIsland(scope, from, to);
    cache.topics.changed(`channel:${question.channelId}`);
  });
}
