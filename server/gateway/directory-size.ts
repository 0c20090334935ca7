import { orgScope } from '../../shared/domain/scope.ts';
import type { Store, StoredRow } from '../store/port.ts';

const PAGE = 1_000;

/**
 * Whether clients keep the whole directory. Above the limit they fetch people when they need them,
 * and live `org` rows are not sent: in a company of a hundred thousand, somebody always changes
 * their status, and nobody would want to hear of it.
 */
export class DirectorySize {
  readonly #limit: number;
  readonly #people = new Set<string>();

  /** @param limit the most people of a directory that clients keep whole */
  constructor(limit: number) {
    this.#limit = limit;
  }

  async load(store: Pick<Store, 'list'>): Promise<void> {
    let after = '';
    while (this.mode === 'full') {
      const page = await store.list(orgScope, 'user', after, PAGE);
      this.heard(page);
      if (page.length < PAGE) return;
      after = page.at(-1)!.id;
    }
  }

  heard(rows: readonly StoredRow[]): void {
    if (this.mode === 'lazy') return;
    for (const { kind, id } of rows) if (kind === 'user') this.#people.add(id);
  }

  get mode(): 'full' | 'lazy' {
    return this.#people.size > this.#limit ? 'lazy' : 'full';
  }
}
