import type { Clock } from '../../../shared/domain/clock.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import type { Cache } from '../cache/cache.ts';
import type { Answer, Requests } from './requests.ts';
import { applyFound, kept } from './wants.ts';

const PAGE = 100;
/** Before it is asked for again where it could not be had. */
const REST_MS = 5_000;
const KEPT = 'company';

/**
 * Of a large directory not much is kept; but the company's settings, groups and emoji are, whole.
 * What of them was there before this computer came is fetched once; later changes come by
 * themselves, and with the rest of `org` after a line was lost.
 */
export class Company {
  readonly #cache: Cache;
  readonly #requests: Requests;
  readonly #clock: Clock;
  #under = false;
  #cancel: (() => void) | null = null;

  constructor(cache: Cache, requests: Requests, clock: Clock) {
    this.#cache = cache;
    this.#requests = requests;
    this.#clock = clock;
  }

  /** The line stands, and the directory is a large one. */
  live(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#under || this.#cache.meta.get(KEPT) === 'kept') return;
    this.#under = true;
    void this.#fetch().then((again) => {
      this.#under = false;
      if (again) this.#cancel = this.#clock.after(REST_MS, () => this.live());
    });
  }

  down(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** `org` was removed from this computer. */
  forget(): void {
    this.#cache.meta.set(KEPT, '');
  }

  /** Answers whether to try again on this line. */
  async #fetch(): Promise<boolean> {
    let after: string | null = null;
    do {
      const answer: Answer<Down<'found'>> = await this.#requests.ask('find', {
        ...{ what: 'company', limit: PAGE, after },
      });
      if (!answer.ok) return answer.reason === 'unavailable';
      if (!applyFound(this.#cache, answer.frame.rows)) return true;
      after = answer.frame.next;
    } while (after !== null);
    return !kept(this.#cache, () => this.#cache.meta.set(KEPT, 'kept'));
  }
}
