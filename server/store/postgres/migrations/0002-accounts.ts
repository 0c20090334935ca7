import type { Migration } from '../migrate.ts';

/** Sign-in. Nothing here is synced, and no secret is here in the clear but the settings' keys. */
export const accounts: Migration = {
  name: 'accounts',
  sql: `
    CREATE TABLE balai.accounts (
      user_id text COLLATE "C" PRIMARY KEY,
      name text COLLATE "C" NOT NULL UNIQUE,
      password_hash text
    );

    CREATE TABLE balai.sessions (
      id text COLLATE "C" PRIMARY KEY,
      user_id text COLLATE "C" NOT NULL,
      device_id text NOT NULL,
      device_name text NOT NULL,
      refresh_hash text COLLATE "C" NOT NULL UNIQUE,
      previous_hash text COLLATE "C",
      created_at bigint NOT NULL,
      seen_at bigint NOT NULL,
      ended_at bigint
    );
    CREATE INDEX sessions_by_previous ON balai.sessions (previous_hash)
      WHERE previous_hash IS NOT NULL;
    CREATE INDEX sessions_open ON balai.sessions (user_id) WHERE ended_at IS NULL;

    CREATE TABLE balai.invites (
      code_hash text COLLATE "C" PRIMARY KEY,
      user_id text COLLATE "C" NOT NULL,
      expires_at bigint NOT NULL,
      used_at bigint
    );
    CREATE UNIQUE INDEX invites_unused ON balai.invites (user_id) WHERE used_at IS NULL;

    CREATE TABLE balai.settings (
      key text COLLATE "C" PRIMARY KEY,
      value text NOT NULL
    );
  `,
};
