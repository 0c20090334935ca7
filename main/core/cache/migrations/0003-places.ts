/**
 * Messages lie in the order in which they came, and `place` is where they stand in the order of
 * time (shared/search/rowid.ts), by which the search index knows them. A page of a channel's past
 * spans weeks: laid down by time, each of its messages would dirty a page of the file of its own.
 */
export const places = `
ALTER TABLE messages RENAME TO messages_by_time;
DROP INDEX messages_listed;
DROP INDEX messages_thread;
DROP INDEX messages_calls;
DROP INDEX messages_scope;
CREATE TABLE messages (
  rowid INTEGER PRIMARY KEY,
  -- Rises with createdAt: search runs through it newest first without sorting.
  place INTEGER NOT NULL UNIQUE,
  scope_id INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  root_id TEXT,
  author_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  -- 1: shown in the channel itself (no reply, or one that was broadcast).
  listed INTEGER NOT NULL,
  -- 1: calls everybody in the channel.
  calls INTEGER NOT NULL,
  json TEXT NOT NULL
);
INSERT INTO messages
SELECT NULL, rowid, scope_id, id, position, ordinal, root_id, author_id, created_at, version,
  listed, calls, json
FROM messages_by_time;
DROP TABLE messages_by_time;
CREATE INDEX messages_listed ON messages (scope_id, position) WHERE listed = 1;
CREATE INDEX messages_thread ON messages (root_id, position) WHERE root_id IS NOT NULL;
CREATE INDEX messages_calls ON messages (scope_id, position) WHERE calls = 1;
CREATE INDEX messages_scope ON messages (scope_id);
`;
