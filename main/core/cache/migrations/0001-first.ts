export const first = `
-- S3: how far each scope is known: every row with version <= cursor, except in holes.
CREATE TABLE scopes (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  cursor INTEGER NOT NULL DEFAULT 0,
  head INTEGER NOT NULL DEFAULT 0,
  count INTEGER NOT NULL DEFAULT 0,
  last_at INTEGER NOT NULL DEFAULT 0
);
-- S6: versions low < v <= high that have not been fetched.
CREATE TABLE holes (
  scope_id INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  PRIMARY KEY (scope_id, low)
) WITHOUT ROWID;
-- Positions low <= p <= high inside a hole whose messages were fetched for a reader.
CREATE TABLE islands (
  scope_id INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  PRIMARY KEY (scope_id, low)
) WITHOUT ROWID;
-- rowid rises with createdAt (search/rowid.ts): search runs through it newest first without sorting.
CREATE TABLE messages (
  rowid INTEGER PRIMARY KEY,
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
CREATE INDEX messages_listed ON messages (scope_id, position) WHERE listed = 1;
CREATE INDEX messages_thread ON messages (root_id, position) WHERE root_id IS NOT NULL;
CREATE INDEX messages_calls ON messages (scope_id, position) WHERE calls = 1;
CREATE INDEX messages_scope ON messages (scope_id);
-- Every other kind. json is NULL for a tombstone, which is kept: a page that left the relay
-- before the removal may arrive after it, and must not bring the row back.
CREATE TABLE rows (
  scope_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  parent TEXT,
  sort INTEGER,
  json TEXT,
  PRIMARY KEY (scope_id, kind, id)
) WITHOUT ROWID;
CREATE INDEX rows_parent ON rows (kind, parent, sort) WHERE parent IS NOT NULL;
-- S7: what waits, in the order it was written.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op TEXT NOT NULL UNIQUE,
  lane TEXT NOT NULL,
  name TEXT NOT NULL,
  args TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- waiting, acked (done, its rows not all here yet) or refused.
  state TEXT NOT NULL,
  -- acked: versions a scope; refused: the refusal.
  outcome TEXT,
  supersedes TEXT
);
CREATE INDEX outbox_supersedes ON outbox (supersedes) WHERE supersedes IS NOT NULL;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
