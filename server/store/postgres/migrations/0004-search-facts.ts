import type { Migration } from '../migrate.ts';

/**
 * What the index holds of each message has grown: all rows are gone through once more, in steps
 * beside the relay's work. Until then words are found by what it holds already.
 */
export const searchFacts: Migration = {
  name: 'search-facts',
  sql: `
    DELETE FROM balai.searched;
    UPDATE balai.search_mark SET settled = '0';
  `,
};
