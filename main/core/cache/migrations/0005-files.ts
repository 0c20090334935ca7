export const files = `
-- Files whose bytes are on this computer, in encrypted blobs beside the cache.
CREATE TABLE files (
  id TEXT NOT NULL,
  -- original or preview.
  part TEXT NOT NULL,
  channel_id TEXT NOT NULL,
  blob TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  -- 1: nobody else has it yet, so it is never evicted.
  unsent INTEGER NOT NULL,
  PRIMARY KEY (id, part)
) WITHOUT ROWID;
CREATE INDEX files_used ON files (used_at) WHERE unsent = 0;
CREATE INDEX files_channel ON files (channel_id);
-- S7: files that the person attached and the relay does not have yet.
CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  channel_id TEXT NOT NULL,
  -- The draft that it is attached to; NULL once its message was written.
  draft_id TEXT,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  -- waiting, done (the relay has all of it) or refused.
  state TEXT NOT NULL,
  reason TEXT,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX uploads_channel ON uploads (channel_id);
`;
