import { policyOf } from '../../../shared/domain/kinds/workspace.ts';
import type { NoticeDetail } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import { selfOf } from './self.ts';

export interface DetailOptions {
  cache: Cache;
  /** The person's own choice, on this computer. */
  chosen: () => NoticeDetail;
  /** Whether this computer's policy keeps words and names off the screen. */
  hidden: boolean;
}

/**
 * How much notifications say. The one place where that is decided: what is not to be seen does not
 * leave the core. The company's decision and this computer's policy are above the person's choice.
 */
export class Detail {
  readonly #options: DetailOptions;

  constructor(options: DetailOptions) {
    this.#options = options;
  }

  /** Whether others have decided that nothing is said. */
  get hidden(): boolean {
    const { cache, hidden } = this.#options;
    return hidden || !policyOf(selfOf(cache).company).notificationText;
  }

  get now(): NoticeDetail {
    return this.hidden ? 'nothing' : this.#options.chosen();
  }
}
