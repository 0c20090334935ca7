import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId, UserId } from '../../../shared/domain/ids.ts';
import type { AccountStore, Session } from '../accounts.ts';

export interface AccountsAtHand {
  readonly accounts: AccountStore;
  close(): Promise<void>;
}

const ayu = '00000000-0000-8000-8000-00000000000a' as UserId;
const budi = '00000000-0000-8000-8000-00000000000b' as UserId;

const session = (id: string, changes: Partial<Session> = {}): Session => ({
  id,
  userId: ayu,
  deviceId: '00000000-0000-8000-8000-0000000000d1' as DeviceId,
  deviceName: 'desk',
  refreshHash: `${id}-r1`,
  previousHash: null,
  createdAt: 1_000,
  seenAt: 1_000,
  endedAt: null,
  ...changes,
});

const invitation = (codeHash: string, userId: UserId) => ({
  ...{ codeHash, userId, expiresAt: 2_000, usedAt: null },
});

/** What every engine's accounts do. `open` gives an empty store. */
export function accountContract(engine: string, open: () => Promise<AccountsAtHand>): void {
  describe(`accounts on ${engine}`, () => {
    let at: AccountsAtHand;
    let accounts: AccountStore;
    beforeEach(async () => {
      at = await open();
      accounts = at.accounts;
    });
    afterEach(() => at.close());

    it('a person has one account, and a name one person', async () => {
      const account = { userId: ayu, name: 'ayu', passwordHash: null };
      expect(await accounts.addAccount(account)).toBe(true);
      expect(await accounts.addAccount({ ...account, name: 'other' })).toBe(false);
      expect(await accounts.addAccount({ ...account, userId: budi })).toBe(false);
      expect(await accounts.accountByName('ayu')).toEqual(account);
      expect(await accounts.accountOf(ayu)).toEqual(account);
      expect(await accounts.accountByName('other')).toBeUndefined();
      expect(await accounts.accountOf(budi)).toBeUndefined();
    });

    it('a password is set for one person alone', async () => {
      await accounts.addAccount({ userId: ayu, name: 'ayu', passwordHash: null });
      await accounts.addAccount({ userId: budi, name: 'budi', passwordHash: null });
      await accounts.setPassword(ayu, 'hash');
      expect((await accounts.accountOf(ayu))?.passwordHash).toBe('hash');
      expect((await accounts.accountOf(budi))?.passwordHash).toBeNull();
    });

    it('a session is found by its id and by its refresh token', async () => {
      await accounts.addSession(session('s1'));
      await accounts.addSession(session('s2'));
      expect(await accounts.session('s1')).toEqual(session('s1'));
      expect(await accounts.sessionByRefresh('s2-r1')).toEqual(session('s2'));
      expect(await accounts.session('s3')).toBeUndefined();
      expect(await accounts.sessionByRefresh('s3-r1')).toBeUndefined();
    });

    it('rotation keeps the token before, and forgets the one before that', async () => {
      await accounts.addSession(session('s1'));
      expect(await accounts.rotate('s1', 's1-r1', 'r2', 2_000)).toBe(true);
      const rotated = session('s1', { refreshHash: 'r2', previousHash: 's1-r1', seenAt: 2_000 });
      expect(await accounts.sessionByRefresh('s1-r1')).toEqual(rotated);
      expect(await accounts.sessionByRefresh('r2')).toEqual(rotated);
      expect(await accounts.rotate('s1', 'r2', 'r3', 3_000)).toBe(true);
      expect(await accounts.sessionByRefresh('s1-r1')).toBeUndefined();
      expect((await accounts.sessionByRefresh('r2'))?.refreshHash).toBe('r3');
    });

    it('of two rotations of one token only one wins', async () => {
      await accounts.addSession(session('s1'));
      const both = await Promise.all([
        accounts.rotate('s1', 's1-r1', 'a', 2_000),
        accounts.rotate('s1', 's1-r1', 'b', 2_000),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect((await accounts.session('s1'))?.refreshHash).toBe(both[0] ? 'a' : 'b');
    });

    it('an ended session rotates no more and keeps its first end', async () => {
      await accounts.addSession(session('s1'));
      await accounts.endSession('s1', 5_000);
      await accounts.endSession('s1', 6_000);
      expect((await accounts.session('s1'))?.endedAt).toBe(5_000);
      expect(await accounts.rotate('s1', 's1-r1', 'r2', 7_000)).toBe(false);
      expect((await accounts.session('s1'))?.refreshHash).toBe('s1-r1');
    });

    it("ends all of one person's open sessions, and tells which", async () => {
      await accounts.addSession(session('s1'));
      await accounts.addSession(session('s2'));
      await accounts.addSession(session('s3', { endedAt: 1 }));
      await accounts.addSession(session('s4', { userId: budi }));
      expect((await accounts.endSessionsOf(ayu, 9_000)).toSorted()).toEqual(['s1', 's2']);
      expect(await accounts.endSessionsOf(ayu, 9_500)).toEqual([]);
      expect(await accounts.endedAmong(['s1', 's2', 's3', 's4', 'unknown'])).toEqual([
        's1',
        's2',
        's3',
        'unknown',
      ]);
      expect(await accounts.endedAmong([])).toEqual([]);
    });

    it('an invitation is used once and in time', async () => {
      await accounts.addInvite(invitation('c1', ayu));
      expect(await accounts.useInvite('c1', 2_000)).toBeUndefined();
      expect(await accounts.useInvite('unknown', 1_000)).toBeUndefined();
      expect(await accounts.useInvite('c1', 1_999)).toBe(ayu);
      expect(await accounts.useInvite('c1', 1_999)).toBeUndefined();
    });

    it("a new invitation takes the place of the person's unused ones", async () => {
      await accounts.addInvite(invitation('c1', ayu));
      await accounts.addInvite(invitation('b1', budi));
      await accounts.addInvite(invitation('c2', ayu));
      expect(await accounts.useInvite('c1', 1_000)).toBeUndefined();
      expect(await accounts.useInvite('c2', 1_000)).toBe(ayu);
      expect(await accounts.useInvite('b1', 1_000)).toBe(budi);
    });

    it('a setting is written once by those who write it once', async () => {
      expect(await accounts.setting('key')).toBeUndefined();
      expect(await accounts.settingOnce('key', 'first')).toBe('first');
      expect(await accounts.settingOnce('key', 'second')).toBe('first');
      await accounts.setSetting('key', 'third');
      expect(await accounts.setting('key')).toBe('third');
    });
  });
}
