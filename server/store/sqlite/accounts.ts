import type { UserId } from '../../../shared/domain/ids.ts';
import type { Account, AccountStore, Invite, Session } from '../accounts.ts';
import { reach, type Db } from './database.ts';

const SESSION = `id, user_id AS userId, device_id AS deviceId, device_name AS deviceName,
  refresh_hash AS refreshHash, previous_hash AS previousHash, created_at AS createdAt,
  seen_at AS seenAt, ended_at AS endedAt`;
const ACCOUNT = 'user_id AS userId, name, password_hash AS passwordHash';

/** Sign-in in the embedded store; each method is one durable transaction. */
export function sqliteAccounts(db: Db): AccountStore {
  const sql = {
    addAccount: db.prepare<[string, string, string | null]>(
      'INSERT INTO accounts (user_id, name, password_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    accountByName: db.prepare<[string], Account>(`SELECT ${ACCOUNT} FROM accounts WHERE name = ?`),
    accountOf: db.prepare<[string], Account>(`SELECT ${ACCOUNT} FROM accounts WHERE user_id = ?`),
    setPassword: db.prepare<[string, string]>(
      'UPDATE accounts SET password_hash = ? WHERE user_id = ?',
    ),
    addSession: db.prepare<[Session]>(
      `INSERT INTO sessions (id, user_id, device_id, device_name, refresh_hash, previous_hash,
         created_at, seen_at, ended_at)
       VALUES (:id, :userId, :deviceId, :deviceName, :refreshHash, :previousHash,
         :createdAt, :seenAt, :endedAt)`,
    ),
    session: db.prepare<[string], Session>(`SELECT ${SESSION} FROM sessions WHERE id = ?`),
    byRefresh: db.prepare<[string, string], Session>(
      `SELECT ${SESSION} FROM sessions WHERE refresh_hash = ? OR previous_hash = ?`,
    ),
    rotate: db.prepare<[string, string, number, string, string]>(
      `UPDATE sessions SET refresh_hash = ?, previous_hash = ?, seen_at = ?
       WHERE id = ? AND refresh_hash = ? AND ended_at IS NULL`,
    ),
    endSession: db.prepare<[number, string]>(
      'UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
    ),
    endSessionsOf: db
      .prepare<[number, string], string>(
        'UPDATE sessions SET ended_at = ? WHERE user_id = ? AND ended_at IS NULL RETURNING id',
      )
      .pluck(),
    isOpen: db
      .prepare<[string], number>('SELECT 1 FROM sessions WHERE id = ? AND ended_at IS NULL')
      .pluck(),
    dropInvites: db.prepare<[string]>('DELETE FROM invites WHERE user_id = ? AND used_at IS NULL'),
    addInvite: db.prepare<[Invite]>(
      `INSERT INTO invites (code_hash, user_id, expires_at, used_at)
       VALUES (:codeHash, :userId, :expiresAt, :usedAt)`,
    ),
    useInvite: db
      .prepare<[number, string, number], UserId>(
        `UPDATE invites SET used_at = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?
         RETURNING user_id`,
      )
      .pluck(),
    setting: db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck(),
    settingOnce: db.prepare<[string, string]>(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    setSetting: db.prepare<[string, string]>(
      `INSERT INTO settings (key, value) VALUES (?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ),
  };
  const addInvite = db.transaction((invite: Invite) => {
    sql.dropInvites.run(invite.userId);
    sql.addInvite.run(invite);
  });
  const settingOnce = db.transaction((key: string, value: string): string => {
    sql.settingOnce.run(key, value);
    return sql.setting.get(key) ?? value;
  });

  return {
    addAccount: ({ userId, name, passwordHash }) =>
      reach(() => sql.addAccount.run(userId, name, passwordHash).changes === 1),
    accountByName: (name) => reach(() => sql.accountByName.get(name)),
    accountOf: (userId) => reach(() => sql.accountOf.get(userId)),
    setPassword: (userId, passwordHash) =>
      reach(() => void sql.setPassword.run(passwordHash, userId)),

    addSession: (session) => reach(() => void sql.addSession.run(session)),
    session: (id) => reach(() => sql.session.get(id)),
    sessionByRefresh: (hash) => reach(() => sql.byRefresh.get(hash, hash)),
    rotate: (id, expected, next, now) =>
      reach(() => sql.rotate.run(next, expected, now, id, expected).changes === 1),
    endSession: (id, now) => reach(() => void sql.endSession.run(now, id)),
    endSessionsOf: (userId, now) => reach(() => sql.endSessionsOf.all(now, userId)),
    endedAmong: (ids) => reach(() => ids.filter((id) => sql.isOpen.get(id) === undefined)),

    addInvite: (invite) => reach(() => addInvite.immediate(invite)),
    useInvite: (codeHash, now) => reach(() => sql.useInvite.get(now, codeHash, now)),

    setting: (key) => reach(() => sql.setting.get(key)),
    settingOnce: (key, value) => reach(() => settingOnce.immediate(key, value)),
    setSetting: (key, value) => reach(() => void sql.setSetting.run(key, value)),
  };
}
