import type { Migration } from '../migrate.ts';

/**
 * Everything is compared by bytes (`COLLATE "C"`), as in the embedded store, whatever the
 * database's language: order by id and by name is part of the port.
 *
 * `scopes.moved_by` is the transaction that moved a scope last: what other nodes moved is found by
 * it without reading all scopes (S13, `moved-scopes.ts`). `ops` is never emptied (S1). There are no
 * foreign keys: a check of each row's scope would lock the counter's row once more for each.
 */
export const rows: Migration = {
  name: 'rows',
  sql: `
    CREATE TABLE balai.scopes (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text COLLATE "C" NOT NULL CONSTRAINT scopes_by_name UNIQUE,
      head bigint NOT NULL,
      count bigint NOT NULL,
      moved_by xid8 NOT NULL
    );
    CREATE INDEX scopes_by_move ON balai.scopes (moved_by);

    CREATE TABLE balai.rows (
      version bigint NOT NULL,
      position bigint,
      scope_id integer NOT NULL,
      deleted boolean NOT NULL,
      kind text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      parent text COLLATE "C",
      json text COLLATE "C" NOT NULL
    );
    CREATE UNIQUE INDEX rows_by_version ON balai.rows (scope_id, version);
    CREATE UNIQUE INDEX rows_by_key ON balai.rows (scope_id, kind, id);
    CREATE INDEX rows_by_position ON balai.rows (scope_id, position) WHERE position IS NOT NULL;
    CREATE INDEX rows_by_parent ON balai.rows (scope_id, parent, kind, position)
      WHERE parent IS NOT NULL;

    CREATE TABLE balai.ops (
      op uuid CONSTRAINT ops_by_op PRIMARY KEY,
      actor uuid NOT NULL,
      name text COLLATE "C" NOT NULL,
      outcome text COLLATE "C" NOT NULL
    );

    CREATE TABLE balai.directory (
      kind text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      live boolean NOT NULL,
      sort text COLLATE "C" NOT NULL,
      words text COLLATE "C" NOT NULL,
      PRIMARY KEY (kind, id)
    );
    CREATE INDEX directory_by_name ON balai.directory (kind, sort, id) INCLUDE (words) WHERE live;
  `,
};
