import type { Migration } from '../migrate.ts';

/** Sign-in. Nothing here is synced, and no secret is here in the clear but the settings' keys. */
export const accounts: Migration = {
  name: 'accounts',
  sql: `
    CREATE TABLE accounts (
      user_id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      password_hash TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sessions (
      id TEXT PRIMARY KEY,
      user_id TEXT NOT NULL,
      device_id TEXT NOT NULL,
      device_name TEXT NOT NULL,
      refresh_hash TEXT NOT NULL UNIQUE,
      previous_hash TEXT,
      created_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_by_previous ON sessions (previous_hash) WHERE previous_hash IS NOT NULL;
    CREATE INDEX sessions_open ON sessions (user_id) WHERE ended_at IS NULL;

    CREATE TABLE invites (
      code_hash TEXT PRIMARY KEY,
      user_id TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      used_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX invites_unused ON invites (user_id) WHERE used_at IS NULL;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
