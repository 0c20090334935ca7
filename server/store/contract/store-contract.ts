import { afterEach, beforeEach, describe, type TestAPI } from 'vitest';
import { it as test } from 'vitest';
import type { Store, Submitted } from '../port.ts';
import { commandRules } from './command-rules.ts';
import { findRules } from './find-rules.ts';
import { historyRules } from './history-rules.ts';
import { nodeRules } from './node-rules.ts';
import { Office } from './office.ts';
import { pageRules } from './page-rules.ts';
import { searchRules } from './search-rules.ts';
import { standingRules } from './standing-rules.ts';

export interface Opened {
  readonly store: Store;
  /** The same data from another process or node. */
  again(): Promise<Store>;
  /** What `fault` heard of. */
  readonly faults: readonly { error: unknown; command: Submitted }[];
  /** Closes everything that was opened, and forgets the data. */
  end(): Promise<void>;
}

export interface Ground {
  readonly it: TestAPI;
  readonly office: () => Office;
  readonly opened: () => Opened;
}

/** What every store must do, by the numbers of the sync rules. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name}: the store's contract`, () => {
    let opened: Opened;
    let office: Office;

    beforeEach(async () => {
      opened = await open();
      office = new Office(opened.store);
    });
    afterEach(() => opened.end());

    const ground: Ground = { it: test, office: () => office, opened: () => opened };
    describe('commands', () => {
      commandRules(ground);
    });
    describe('pages', () => {
      pageRules(ground);
    });
    describe('history', () => {
      historyRules(ground);
    });
    describe('finding', () => {
      findRules(ground);
    });
    describe('search', () => {
      searchRules(ground);
      standingRules(ground);
    });
    describe('several nodes', () => {
      nodeRules(ground);
    });
  });
}
