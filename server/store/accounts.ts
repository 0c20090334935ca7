import type { DeviceId, UserId } from '../../shared/domain/ids.ts';

/** How a person signs in. The person themself is a `user` row. */
export interface Account {
  readonly userId: UserId;
  readonly name: string;
  /** Argon2id, PHC string; null until an invitation was accepted. */
  readonly passwordHash: string | null;
}

export interface Session {
  readonly id: string;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly deviceName: string;
  /** SHA-256 of the refresh token in use, and of the one before until the new one was used. */
  readonly refreshHash: string;
  readonly previousHash: string | null;
  readonly createdAt: number;
  /** When its tokens were last renewed. */
  readonly seenAt: number;
  readonly endedAt: number | null;
}

export interface Invite {
  /** SHA-256 of its code; the code itself is shown once and not kept. */
  readonly codeHash: string;
  readonly userId: UserId;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** What the relay knows beside synced rows. Part of the store's contract suite. */
export interface AccountStore {
  /** False, and nothing changed, where the person has an account or the name is taken. */
  addAccount(account: Account): Promise<boolean>;
  accountByName(name: string): Promise<Account | undefined>;
  accountOf(userId: UserId): Promise<Account | undefined>;
  setPassword(userId: UserId, passwordHash: string): Promise<void>;

  addSession(session: Session): Promise<void>;
  session(id: string): Promise<Session | undefined>;
  /** The session whose current or previous refresh token has this hash. */
  sessionByRefresh(hash: string): Promise<Session | undefined>;
  /**
   * Makes `next` the refresh token in use and `expected` the one before, which forgets the one
   * before that. False, and nothing changed, where `expected` is no longer in use: another request
   * was faster, or the session has ended.
   */
  rotate(id: string, expected: string, next: string, now: number): Promise<boolean>;
  /** A session that has ended keeps its first end. */
  endSession(id: string, now: number): Promise<void>;
  /** Ends what the person has open; answers which those were. */
  endSessionsOf(userId: UserId, now: number): Promise<string[]>;
  /** Those of the sessions that have ended, or that nobody knows. */
  endedAmong(ids: readonly string[]): Promise<string[]>;

  /** Takes the place of the person's unused invitations. */
  addInvite(invite: Invite): Promise<void>;
  /** Marks it used and answers whose it was; undefined for unknown, used or expired ones. */
  useInvite(codeHash: string, now: number): Promise<UserId | undefined>;

  /** Small settings of this workspace, e.g. the token signing key. */
  setting(key: string): Promise<string | undefined>;
  /** Writes it unless it is there; answers what stands. */
  settingOnce(key: string, value: string): Promise<string>;
  setSetting(key: string, value: string): Promise<void>;
}
