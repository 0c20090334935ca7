import type { Scope } from '../../shared/domain/scope.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { Page, ScopeChange, Store, StoredRow } from '../store/port.ts';
import type { Audience } from './audience.ts';

export interface CatchUpOptions {
  readonly store: Pick<Store, 'pull'>;
  /** The audience of a scope, while there is one. */
  readonly audienceOf: (scope: Scope) => Audience | undefined;
  /** What was read, in order. Where `from` is above the cursor before, there is a hole (S6). */
  readonly take: (change: ScopeChange, audience: Audience) => void;
  /** Whether the relay itself must see every row of a scope, also those of a hole. */
  readonly heedsAll: (scope: Scope) => boolean;
  readonly heed: (scope: Scope, rows: readonly StoredRow[]) => void;
  readonly fault: (error: unknown) => void;
}

/** S13: reads from the store what other nodes committed, each scope after its own cursor. */
export class CatchUp {
  readonly #options: CatchUpOptions;
  /** Scopes that could not be read. */
  readonly #behind = new Set<Scope>();

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  /** A scope reached this head, as somebody says. It may be wrong, late or told twice. */
  want(scope: Scope, audience: Audience, head: number): void {
    audience.calls++;
    audience.wanted = Math.max(audience.wanted, head);
    if (audience.pulling || audience.cursor === null || audience.wanted <= audience.cursor) return;
    audience.pulling = true;
    void this.#pull(scope, audience, audience.cursor);
  }

  retry(): void {
    for (const scope of this.#behind) {
      this.#behind.delete(scope);
      const audience = this.#options.audienceOf(scope);
      if (audience !== undefined) this.want(scope, audience, 0);
    }
  }

  async #pull(scope: Scope, audience: Audience, cursor: number): Promise<void> {
    const { audienceOf, take, heedsAll, fault } = this.#options;
    try {
      while (audience.wanted > cursor && audienceOf(scope) === audience) {
        const { calls } = audience;
        const page = await this.#read(scope, cursor, null);
        if (page.to <= cursor) {
          // A hint above the store's head was a mistake, unless something came while it was read.
          if (audience.calls === calls) audience.wanted = cursor;
          continue;
        }
        if (heedsAll(scope)) await this.#heedBelow(scope, cursor, page.from);
        audience.cursor = cursor = page.to;
        take({ ...page, head: page.to }, audience);
      }
    } catch (error) {
      fault(error);
      this.#behind.add(scope);
    } finally {
      audience.pulling = false;
    }
  }

  /** Receivers pull a hole when they like; the relay must not miss what it says of people's rights. */
  async #heedBelow(scope: Scope, after: number, hole: number): Promise<void> {
    let upTo = hole;
    while (upTo > after) {
      const page = await this.#read(scope, after, upTo);
      this.#options.heed(scope, page.rows);
      upTo = page.from;
    }
  }

  #read(scope: Scope, after: number, upTo: number | null): Promise<Page> {
    const { pageRows, pageBytes } = limits;
    return this.#options.store.pull(scope, after, upTo, pageRows, pageBytes);
  }
}
