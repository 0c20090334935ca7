import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, OpId, UserId } from '../../../shared/domain/ids.ts';
import { channelNameKey } from '../../../shared/domain/kinds/name.ts';
import { acceptInviteRequest, signInRequest } from '../../../shared/protocol/http.ts';
import { channelScope, orgScope, registryScope, userScope } from '../../../shared/domain/scope.ts';
import type { Store } from '../../store/port.ts';
import { eachRow, getRow } from '../../store/read-row.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { Passwords } from '../accounts/passwords.ts';
import { userIdOf } from '../import/slack/ids.ts';
import { importSlack } from '../import/slack/import-slack.ts';
import { bySystem } from '../system-actor.ts';
import { workspaceSet } from '../workspace/workspace-set.ts';
import { DEMO_PASSWORD, DEMO_PERSON } from './demo-state.ts';
import { NotADemo, prepareDemo } from './prepare-demo.ts';

const NOW = Date.UTC(2026, 10, 25, 3);
const demo = fileURLToPath(new URL('../../../demo/nusa-mandiri', import.meta.url));
const ayu = userIdOf('U07AYUKRT');

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
});
afterEach(() => store.close());

const load = async () => {
  await importSlack(store, demo, { shiftToNow: true, keepRoles: true }, NOW);
  await prepareDemo(store, NOW);
};

const channel = async (name: string): Promise<ChannelId> =>
  (await getRow(store, registryScope, 'name', channelNameKey(name)))?.holder as ChannelId;

/** S5: an unread count is a subtraction. */
async function unread(userId: UserId, id: ChannelId): Promise<number> {
  const [head] = await store.heads([channelScope(id)]);
  const marker = await getRow(store, userScope(userId), 'marker', id);
  return (head?.count ?? 0) - (marker?.ordinal ?? 0);
}

/** Ids of channels with unread mentions. */
async function unreadMentions(userId: UserId): Promise<string[]> {
  const found: string[] = [];
  for await (const mention of eachRow(store, userScope(userId), 'mention')) {
    const marker = await getRow(store, userScope(userId), 'marker', mention.channelId);
    if (mention.position > (marker?.position ?? 0)) found.push(mention.channelId);
  }
  return found;
}

describe('the demo', () => {
  it('lets its people sign in with a password that no real account may have', async () => {
    await load();
    const passwords = new Passwords();
    for (const name of [DEMO_PERSON, 'tom.whitfield']) {
      const account = await store.accounts.accountByName(name);
      expect(await passwords.verify(account?.passwordHash ?? null, DEMO_PASSWORD)).toBe(true);
    }
    const device = { id: '00000000-0000-8000-8000-0000000000d1', name: 'x' };
    const words = { password: DEMO_PASSWORD, device };
    expect(signInRequest.safeParse({ ...words, name: DEMO_PERSON }).success).toBe(true);
    expect(acceptInviteRequest.safeParse({ ...words, code: 'K7QF-2M8D' }).success).toBe(false);
    // Who has left, and what only posts, cannot sign in.
    for (const name of ['fajar.nugroho', 'jadwal.truk']) {
      expect(await store.accounts.accountByName(name)).toBeUndefined();
    }
  });

  it('looks lived in to its main person', async () => {
    await load();
    expect(await getRow(store, orgScope, 'workspace', 'workspace')).toMatchObject({
      name: 'Nusa Mandiri',
    });
    const counts = new Map<string, number>();
    for (const name of ['pengumuman', 'gudang-surabaya', 'support-apac', 'makan-siang', 'umum']) {
      counts.set(name, await unread(ayu, await channel(name)));
    }
    expect(Object.fromEntries(counts)).toEqual({
      ...{ pengumuman: 1, 'gudang-surabaya': 1, 'support-apac': 9, 'makan-siang': 2, umum: 0 },
    });
    const mentions = await unreadMentions(ayu);
    expect(mentions).toContain(await channel('gudang-surabaya'));
    expect(mentions).not.toContain(await channel('keuangan'));
    const seat = async (name: string) =>
      getRow(store, userScope(ayu), 'membership', await channel(name));
    expect(await seat('gudang-surabaya')).toMatchObject({ starred: true, muted: false });
    expect(await seat('makan-siang')).toMatchObject({ starred: false, muted: true });
    const direksi = await channel('direksi');
    expect(await getRow(store, userScope(ayu), 'draft', direksi)).toMatchObject({
      channelId: direksi,
    });
  });

  it('has everybody else at the morning of its last day', async () => {
    await load();
    const counts: number[] = [];
    for await (const user of eachRow(store, orgScope, 'user')) {
      if (user.id === ayu || user.disabledAt !== null) continue;
      for await (const { id } of eachRow(store, userScope(user.id as UserId), 'marker')) {
        counts.push(await unread(user.id as UserId, id as ChannelId));
      }
    }
    // Neither all read nor all unread, and never more than one day's words.
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(20);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(30);
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBeLessThan(40);
  });

  it('is prepared once: a second time changes nothing that its people did since', async () => {
    await load();
    const scopes = await store.scopesOf(ayu);
    const before = await store.heads(scopes);
    await prepareDemo(store, NOW + 1_000);
    expect(await store.heads(scopes)).toEqual(before);
  });

  it("gives no known password to somebody's real workspace", async () => {
    await importSlack(store, demo, {}, NOW);
    const op = '00000000-0000-8000-8000-0000000000aa' as OpId;
    await store.commit([bySystem(workspaceSet, op, { name: 'Real Ltd' })], NOW);
    await expect(prepareDemo(store, NOW)).rejects.toThrow(NotADemo);
    expect(await store.accounts.accountByName(DEMO_PERSON)).toBeUndefined();
  });
});
