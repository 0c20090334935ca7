import type { Migration } from '../migrate.ts';

/**
 * The words of all messages, made from the rows and made again where they are lost. `searched` has
 * how far each scope's rows are in it, by version (S3); `search_mark` has the oldest transaction
 * that was still running when all was in it, as `moved-scopes.ts` tells.
 */
export const search: Migration = {
  name: 'search',
  sql: `
    CREATE TABLE balai.search (
      at bigint NOT NULL,
      scope_id integer NOT NULL,
      id text COLLATE "C" NOT NULL CONSTRAINT search_by_id PRIMARY KEY,
      tokens text[] COLLATE "C" NOT NULL
    );
    CREATE INDEX search_by_time ON balai.search (at, id);
    CREATE INDEX search_by_token ON balai.search USING gin (tokens);

    CREATE TABLE balai.searched (
      scope_id integer PRIMARY KEY,
      version bigint NOT NULL
    );
    CREATE TABLE balai.search_mark (settled xid8 NOT NULL);
    INSERT INTO balai.search_mark (settled) VALUES ('0');
  `,
};
