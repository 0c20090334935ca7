import type { Clock } from '../../shared/domain/clock.ts';
import type { ChannelId, MessageId, OpId } from '../../shared/domain/ids.ts';
import { policyOf, WORKSPACE_ROW } from '../../shared/domain/kinds/workspace.ts';
import { pagesOf } from '../../shared/domain/links.ts';
import { channelOf, orgScope } from '../../shared/domain/scope.ts';
import { uuidOf } from '../../shared/domain/uuid.ts';
import { previewSet } from '../services/previews/commands/preview-set.ts';
import { fetchPage, type Internet } from '../services/previews/fetch-page.ts';
import type { PageWords } from '../services/previews/page-words.ts';
import { bySystem } from '../services/system-actor.ts';
import type { GroupResult, Outcome, Store, Submitted } from '../store/port.ts';
import { getRow, readRow } from '../store/read-row.ts';

/** Links that wait; what comes on top is not asked, since nobody would read it so much later. */
const MAX_WAITING = 200;
const AT_ONCE = 2;
/** For a page with all that it leads to, ms. */
const PATIENCE_MS = 8_000;

interface Parts {
  readonly store: Pick<Store, 'get'>;
  readonly submit: (command: Submitted) => Promise<Outcome>;
  readonly clock: Clock;
  readonly internet: Internet;
}

interface Link {
  readonly channelId: ChannelId;
  readonly messageId: MessageId;
  readonly place: number;
  readonly url: string;
}

/**
 * Asks the pages that new messages link to what they are about, unless the workspace's policy
 * says no. A preview is a nicety: one that a restart left out stays out.
 */
export class FetchPreviews {
  readonly #parts: Parts;
  readonly #waiting: Link[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  committed({ changes }: GroupResult): void {
    for (const { scope, rows } of changes) {
      const channelId = channelOf(scope);
      if (channelId === undefined) continue;
      for (const stored of rows) {
        if (stored.kind !== 'message' || !stored.json.includes('https://')) continue;
        const { id, text, position, version } = readRow('message', stored);
        // What was edited later is not asked again.
        if (position !== version) continue;
        for (const [place, url] of pagesOf(text).entries()) {
          if (this.#waiting.length === MAX_WAITING) return;
          this.#waiting.push({ channelId, messageId: id as MessageId, place, url });
        }
      }
    }
    this.#next();
  }

  /** Resolves when nothing is being asked. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#waiting.length = 0;
    await this.idle();
  }

  #next(): void {
    while (this.#running.size < AT_ONCE && !this.#stop.signal.aborted) {
      const link = this.#waiting.shift();
      if (link === undefined) return;
      // A page that fails is like one that says nothing.
      const run = this.#preview(link)
        .catch(() => {})
        .finally(() => {
          this.#running.delete(run);
          this.#next();
        });
      this.#running.add(run);
    }
  }

  async #preview({ channelId, messageId, place, url }: Link): Promise<void> {
    const { store, submit } = this.#parts;
    const row = await getRow(store, orgScope, 'workspace', WORKSPACE_ROW);
    if (!policyOf(row).linkPreviews) return;
    const words = await this.#ask(url);
    if (words === undefined) return;
    const args = { channelId, messageId, place, words: { ...words, url } };
    // S1: once for each link, also where two nodes had the same idea.
    const op = uuidOf('preview', messageId, String(place)) as OpId;
    await submit(bySystem(previewSet, op, args));
  }

  async #ask(url: string): Promise<PageWords | undefined> {
    const { clock, internet } = this.#parts;
    const late = new AbortController();
    const cancel = clock.after(PATIENCE_MS, () => late.abort(new Error('too slow')));
    const signal = AbortSignal.any([late.signal, this.#stop.signal]);
    return fetchPage(url, internet, signal).finally(cancel);
  }
}
