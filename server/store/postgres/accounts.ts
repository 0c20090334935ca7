import type { DeviceId, UserId } from '../../../shared/domain/ids.ts';
import type { Account, AccountStore, Session } from '../accounts.ts';
import type { Database, Statement } from './database.ts';

const ACCOUNT = 'user_id, name, password_hash';
const SESSION =
  'id, user_id, device_id, device_name, refresh_hash, previous_hash, created_at, seen_at, ended_at';

const sql = (name: string, text: string): Statement => ({ name: `account-${name}`, text });

const ADD_ACCOUNT = sql(
  'add',
  `INSERT INTO balai.accounts (${ACCOUNT}) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
);
const BY_NAME = sql('by-name', `SELECT ${ACCOUNT} FROM balai.accounts WHERE name = $1`);
const BY_USER = sql('by-user', `SELECT ${ACCOUNT} FROM balai.accounts WHERE user_id = $1`);
const SET_PASSWORD = sql(
  'set-password',
  'UPDATE balai.accounts SET password_hash = $2 WHERE user_id = $1',
);
const ADD_SESSION = sql(
  'add-session',
  `INSERT INTO balai.sessions (${SESSION}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const SESSION_BY_ID = sql('session', `SELECT ${SESSION} FROM balai.sessions WHERE id = $1`);
const BY_REFRESH = sql(
  'by-refresh',
  `SELECT ${SESSION} FROM balai.sessions WHERE refresh_hash = $1 OR previous_hash = $1`,
);
const ROTATE = sql(
  'rotate',
  `UPDATE balai.sessions SET refresh_hash = $3, previous_hash = $2, seen_at = $4
   WHERE id = $1 AND refresh_hash = $2 AND ended_at IS NULL`,
);
const END_SESSION = sql(
  'end-session',
  'UPDATE balai.sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL',
);
const END_SESSIONS_OF = sql(
  'end-sessions-of',
  'UPDATE balai.sessions SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL RETURNING id',
);
const OPEN_AMONG = sql(
  'open-among',
  'SELECT id FROM balai.sessions WHERE id = ANY($1) AND ended_at IS NULL',
);
/** A person has one unused invitation at most, by an index: of two at once the later one stands. */
const ADD_INVITE = sql(
  'add-invite',
  `INSERT INTO balai.invites (code_hash, user_id, expires_at, used_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (user_id) WHERE used_at IS NULL DO UPDATE SET
     code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
);
const USE_INVITE = sql(
  'use-invite',
  `UPDATE balai.invites SET used_at = $2
   WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING user_id`,
);
const SETTING = sql('setting', 'SELECT value FROM balai.settings WHERE key = $1');
/** Writes the value that stands over itself, so that it is locked and answered. */
const SETTING_ONCE = sql(
  'setting-once',
  `INSERT INTO balai.settings (key, value) VALUES ($1, $2)
   ON CONFLICT (key) DO UPDATE SET value = settings.value RETURNING value`,
);
const SET_SETTING = sql(
  'set-setting',
  `INSERT INTO balai.settings (key, value) VALUES ($1, $2)
   ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
);

type AccountRow = [userId: UserId, name: string, passwordHash: string | null];
const account = (row: AccountRow | undefined): Account | undefined =>
  row === undefined ? undefined : { userId: row[0], name: row[1], passwordHash: row[2] };

type SessionRow = [
  id: string,
  userId: UserId,
  deviceId: DeviceId,
  deviceName: string,
  refreshHash: string,
  previousHash: string | null,
  createdAt: number,
  seenAt: number,
  endedAt: number | null,
];
function session(row: SessionRow | undefined): Session | undefined {
  if (row === undefined) return undefined;
  const [id, userId, deviceId, deviceName, refreshHash, previousHash, ...times] = row;
  const [createdAt, seenAt, endedAt] = times;
  return {
    ...{ id, userId, deviceId, deviceName, refreshHash, previousHash },
    ...{ createdAt, seenAt, endedAt },
  };
}

/** Sign-in on Postgres; each method is one durable transaction. */
export function postgresAccounts(db: Database): AccountStore {
  return {
    addAccount: async ({ userId, name, passwordHash }) =>
      (await db.change(ADD_ACCOUNT, [userId, name, passwordHash])) === 1,
    accountByName: async (name) => account((await db.read<AccountRow>(BY_NAME, [name]))[0]),
    accountOf: async (userId) => account((await db.read<AccountRow>(BY_USER, [userId]))[0]),
    setPassword: async (userId, hash) => void (await db.change(SET_PASSWORD, [userId, hash])),

    addSession: async (one) => {
      await db.change(ADD_SESSION, [
        ...[one.id, one.userId, one.deviceId, one.deviceName],
        ...[one.refreshHash, one.previousHash, one.createdAt, one.seenAt, one.endedAt],
      ]);
    },
    session: async (id) => session((await db.read<SessionRow>(SESSION_BY_ID, [id]))[0]),
    sessionByRefresh: async (hash) => session((await db.read<SessionRow>(BY_REFRESH, [hash]))[0]),
    rotate: async (id, expected, next, now) =>
      (await db.change(ROTATE, [id, expected, next, now])) === 1,
    endSession: async (id, now) => void (await db.change(END_SESSION, [id, now])),
    endSessionsOf: async (userId, now) =>
      (await db.read<[string]>(END_SESSIONS_OF, [userId, now])).map(([id]) => id),
    endedAmong: async (ids) => {
      const open = new Set((await db.read<[string]>(OPEN_AMONG, [ids])).map(([id]) => id));
      return ids.filter((id) => !open.has(id));
    },

    addInvite: async ({ codeHash, userId, expiresAt, usedAt }) =>
      void (await db.change(ADD_INVITE, [codeHash, userId, expiresAt, usedAt])),
    useInvite: async (codeHash, now) =>
      (await db.read<[UserId]>(USE_INVITE, [codeHash, now]))[0]?.[0],

    setting: async (key) => (await db.read<[string]>(SETTING, [key]))[0]?.[0],
    settingOnce: async (key, value) => (await db.read<[string]>(SETTING_ONCE, [key, value]))[0]![0],
    setSetting: async (key, value) => void (await db.change(SET_SETTING, [key, value])),
  };
}
