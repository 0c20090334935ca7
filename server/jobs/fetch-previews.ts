import type { Clock } from '../../shared/domain/clock.ts';
import type { ChannelId, MessageId, OpId } from '../../shared/domain/ids.ts';
import { policyOf, WORKSPACE_ROW } from '../../shared/domain/kinds/workspace.ts';
import { pagesOf } from '../../shared/domain/links.ts';
import { channelOf, orgScope } from '../../shared/domain/scope.ts';
import { uuidOf } from '../../shared/domain/uuid.ts';
import { previewSet, type KeptPicture } from '../services/previews/commands/preview-set.ts';
import type { Internet } from '../services/previews/ask-outside.ts';
import { fetchPage } from '../services/previews/fetch-page.ts';
import type { PagePictures } from '../services/previews/page-pictures.ts';
import type { PagePicture } from '../services/previews/page-words.ts';
import { bySystem } from '../services/system-actor.ts';
import type { GroupResult, Outcome, Store, Submitted } from '../store/port.ts';
import { getRow, readRow } from '../store/read-row.ts';

/** Links that wait; what comes on top is not asked, since nobody would read it so much later. */
const MAX_WAITING = 200;
const AT_ONCE = 2;
/** For a page with all that it leads to, and once more for its picture, ms. */
const PATIENCE_MS = 8_000;

interface Parts {
  readonly store: Pick<Store, 'get'>;
  readonly submit: (command: Submitted) => Promise<Outcome>;
  readonly clock: Clock;
  readonly internet: Internet;
  /** Undefined: there is nowhere to keep them. */
  readonly pictures?: Pick<PagePictures, 'keep' | 'giveUp'> | undefined;
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
    const { store, submit, internet, pictures } = this.#parts;
    const row = await getRow(store, orgScope, 'workspace', WORKSPACE_ROW);
    if (!policyOf(row).linkPreviews) return;
    const page = await this.#inTime((signal) => fetchPage(url, internet, signal));
    if (page === undefined) return;
    const { picture: named, ...words } = page;
    const picture = named && (await this.#keep(channelId, named));
    const args = {
      ...{ channelId, messageId, place, words: { ...words, url } },
      ...(picture === undefined ? {} : { picture }),
    };
    // S1: once for each link, also where two nodes had the same idea.
    const op = uuidOf('preview', messageId, String(place)) as OpId;
    const outcome = await submit(bySystem(previewSet, op, args));
    // The message was deleted meanwhile, or says something else.
    if (!outcome.ok && picture !== undefined) await pictures?.giveUp(picture.fileId);
  }

  /** A page without its picture still has its words. */
  async #keep(channelId: ChannelId, named: PagePicture): Promise<KeptPicture | undefined> {
    const { pictures } = this.#parts;
    return this.#inTime(async (signal) => pictures?.keep(channelId, named, signal)).catch(
      () => undefined,
    );
  }

  async #inTime<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const late = new AbortController();
    const cancel = this.#parts.clock.after(PATIENCE_MS, () => late.abort(new Error('too slow')));
    const signal = AbortSignal.any([late.signal, this.#stop.signal]);
    return run(signal).finally(cancel);
  }
}
