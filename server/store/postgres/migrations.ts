import type { Migration } from './migrate.ts';
import { rows } from './migrations/0001-rows.ts';
import { accounts } from './migrations/0002-accounts.ts';
import { search } from './migrations/0003-search.ts';
import { searchFacts } from './migrations/0004-search-facts.ts';

/** In order; a new one is added at the end. */
export const migrations: readonly Migration[] = [rows, accounts, search, searchFacts];
