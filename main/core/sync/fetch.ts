import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import { applyRows } from './apply.ts';
import type { Requests } from './requests.ts';
import { applyFound } from './wants.ts';

const AROUND = 60;
const THREAD = 200;

/** Fetches places in a channel that are not on this computer, when a reader goes there. */
export class Fetcher {
  readonly #cache: Cache;
  readonly #requests: Requests;
  readonly #live: () => boolean;
  /** Threads that were completed on this line. */
  readonly #threads = new Set<string>();

  constructor(cache: Cache, requests: Requests, live: () => boolean) {
    this.#cache = cache;
    this.#requests = requests;
    this.#live = live;
  }

  connected(): void {
    this.#threads.clear();
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
    return this.#history({ ...question, limit: AROUND });
  }

  /** Completes a thread of which this computer holds only a part. */
  async thread(channelId: ChannelId, rootId: MessageId): Promise<void> {
    if (!this.#live() || this.#threads.has(rootId)) return;
    this.#threads.add(rootId);
    const question = { channelId, rootId, direction: 'before' as const };
    await this.#history({ ...question, position: Number.MAX_SAFE_INTEGER, limit: THREAD });
  }

  async #history(question: {
    channelId: ChannelId;
    rootId: MessageId | null;
    direction: 'around' | 'before' | 'after';
    position: number;
    limit: number;
  }): Promise<boolean> {
    const answer = await this.#requests.ask('history', question);
    const scope = channelScope(question.channelId);
    if (!answer.ok || this.#cache.scopes.knownId(scope) === undefined) return false;
    const { rows, from, to } = answer.frame;
    this.#cache.transaction(() => {
      applyRows(this.#cache, scope, rows);
      // A thread's replies leave out what stands between them; only a stretch of the channel is one.
      if (question.rootId === null) this.#cache.scopes.addIsland(scope, from, to);
    });
    return true;
  }
}
