import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelCreate } from '../../../shared/commands/channel-create.ts';
import { messageSend } from '../../../shared/commands/message-send.ts';
import type { ChannelId, OpId, UserId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/kinds/user.ts';
import { invitation, paths, urgentCounts } from '../../../shared/protocol/http.ts';
import { anId } from '../../../shared/testing/office.ts';
import { byActor } from '../system-actor.ts';
import { INVITE_MS } from './invite-code.ts';
import { device, Office } from './testing/office.ts';

const PASSWORD = 'a long enough one';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const error = (code: string, status: number) => ({ status, body: { code } });
const newcomer = { name: 'dewi', displayName: 'Dewi Lestari', title: 'Keuangan', role: 'member' };

async function signedIn(name: string, role: Role) {
  const user = await office.hire(name, PASSWORD);
  await office.people.update(user.id as UserId, { role });
  const { accessToken: token, refreshToken } = await office.enter(name, PASSWORD);
  const ask = (path: string, body: unknown) => office.ask('POST', path, body, { token });
  return { id: user.id as UserId, ask, refreshToken };
}

describe('administration', () => {
  it('makes an account, whose invitation lets its person in once', async () => {
    const admin = await signedIn('ayu', 'admin');
    const answer = await admin.ask(paths.people, newcomer);
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    const { userId, code, expiresAt } = invitation.parse(answer.body);
    expect(expiresAt).toBe(office.clock.now() + INVITE_MS);
    expect(await office.person('dewi')).toMatchObject({ id: userId, title: 'Keuangan' });
    const accept = () => office.ask('POST', paths.invite, { code, password: PASSWORD, device });
    expect((await accept()).status).toBe(200);
    expect(await accept()).toMatchObject(error('invite_invalid', 403));
  });

  it('says that a name is taken, and what is no name', async () => {
    const admin = await signedIn('ayu', 'admin');
    expect(await admin.ask(paths.people, { ...newcomer, name: 'ayu' })).toMatchObject(
      error('name_taken', 409),
    );
    expect(await admin.ask(paths.people, { ...newcomer, name: 'Dewi Lestari' })).toMatchObject(
      error('invalid', 400),
    );
  });

  it('gives a new invitation in the place of the one before', async () => {
    const admin = await signedIn('ayu', 'admin');
    const first = invitation.parse((await admin.ask(paths.people, newcomer)).body);
    const again = await admin.ask(paths.peopleInvite, { userId: first.userId });
    const second = invitation.parse(again.body);
    const accept = (code: string) =>
      office.ask('POST', paths.invite, { code, password: PASSWORD, device });
    expect(await accept(first.code)).toMatchObject(error('invite_invalid', 403));
    expect((await accept(second.code)).status).toBe(200);
  });

  it('S12: closes an account with all its sessions, and opens it again', async () => {
    const admin = await signedIn('ayu', 'admin');
    const leaver = await signedIn('budi', 'member');
    const set = (open: boolean) => admin.ask(paths.peopleAccess, { userId: leaver.id, open });
    expect(await set(false)).toMatchObject({ status: 200, body: { open: false } });
    expect(await office.person('budi')).toMatchObject({ disabledAt: office.clock.now() });
    expect(office.bus.hints.map(({ type }) => type)).toContain('session_ended');
    expect((await office.refresh(leaver.refreshToken)).status).not.toBe(200);
    expect(await office.signIn('budi', PASSWORD)).toMatchObject(error('disabled', 403));
    expect(await admin.ask(paths.peopleInvite, { userId: leaver.id })).toMatchObject(
      error('disabled', 403),
    );
    expect((await set(true)).status).toBe(200);
    expect((await office.signIn('budi', PASSWORD)).status).toBe(200);
  });

  it('S8: changes what somebody may do, at once and without a new sign-in', async () => {
    const owner = await signedIn('ayu', 'owner');
    const dewi = await signedIn('dewi', 'member');
    const give = (role: Role) => owner.ask(paths.peopleRole, { userId: dewi.id, role });
    expect(await dewi.ask(paths.urgent, {})).toMatchObject(error('forbidden', 403));
    expect(await give('admin')).toMatchObject({ status: 200, body: { role: 'admin' } });
    expect(await office.person('dewi')).toMatchObject({ role: 'admin' });
    expect((await dewi.ask(paths.urgent, {})).status).toBe(200);
    expect((await give('member')).status).toBe(200);
    expect(await dewi.ask(paths.urgent, {})).toMatchObject(error('forbidden', 403));
    expect(await give('chief' as Role)).toMatchObject(error('invalid', 400));
  });

  it('lets nobody change their own role, and only owners make owners or touch their role', async () => {
    const owner = await signedIn('ayu', 'owner');
    const admin = await signedIn('budi', 'admin');
    const dewi = await office.hire('dewi');
    const give = (by: typeof owner, userId: string, role: Role) =>
      by.ask(paths.peopleRole, { userId, role });
    const refused = error('forbidden', 403);
    expect(await give(owner, owner.id, 'member')).toMatchObject(refused);
    expect(await give(admin, admin.id, 'owner')).toMatchObject(refused);
    expect(await give(admin, owner.id, 'member')).toMatchObject(refused);
    expect(await give(admin, dewi.id, 'owner')).toMatchObject(refused);
    expect(await office.person('dewi')).toMatchObject({ role: 'member' });
    expect((await give(admin, dewi.id, 'admin')).status).toBe(200);
    expect((await give(owner, dewi.id, 'owner')).status).toBe(200);
    expect(await give(owner, device.id, 'admin')).toMatchObject(error('not_found', 404));
  });

  it('counts urgent messages by who sent them, with reasons and without words', async () => {
    const admin = await signedIn('ayu', 'admin');
    const { id } = await signedIn('budi', 'member');
    const by = { userId: id, role: 'member' } as const;
    const channelId = anId(1) as ChannelId;
    const made = { name: 'gudang', type: 'public' as const, topic: '', userIds: [] };
    const said = { channelId, rootId: null, broadcast: false, text: 'rahasia', attachments: [] };
    await office.store.commit(
      [
        byActor(by, channelCreate, channelId as string as OpId, made),
        byActor(by, messageSend, anId(2) as OpId, { ...said, urgent: 'Atap bocor' }),
      ],
      7,
    );
    const answer = await admin.ask(paths.urgent, {});
    expect(urgentCounts.parse(answer.body)).toEqual({
      people: [{ userId: id, count: 1 }],
      newest: [{ userId: id, reason: 'Atap bocor', at: 7 }],
    });
  });

  it('is for administrators whose session stands', async () => {
    const member = await signedIn('budi', 'member');
    const dewi = await office.hire('dewi');
    const asked = [
      [paths.people, { ...newcomer, name: 'eka' }],
      [paths.peopleInvite, { userId: dewi.id }],
      [paths.peopleAccess, { userId: dewi.id, open: false }],
      [paths.peopleRole, { userId: dewi.id, role: 'admin' }],
    ] as const;
    for (const [path, body] of asked) {
      expect(await member.ask(path, body)).toMatchObject(error('forbidden', 403));
      expect(await office.ask('POST', path, body)).toMatchObject(error('session_ended', 401));
    }
    expect(await office.people.find('eka')).toBeUndefined();
    expect(await office.person('dewi')).toMatchObject({ disabledAt: null, role: 'member' });
  });

  it('lets nobody close their own account, and only owners touch owners', async () => {
    const owner = await signedIn('ayu', 'owner');
    const admin = await signedIn('budi', 'admin');
    const close = (by: typeof owner, userId: string) =>
      by.ask(paths.peopleAccess, { userId, open: false });
    expect(await close(admin, admin.id)).toMatchObject(error('forbidden', 403));
    expect(await close(admin, owner.id)).toMatchObject(error('forbidden', 403));
    expect(await admin.ask(paths.peopleInvite, { userId: owner.id })).toMatchObject(
      error('forbidden', 403),
    );
    expect(await admin.ask(paths.people, { ...newcomer, role: 'owner' })).toMatchObject(
      error('forbidden', 403),
    );
    expect((await close(owner, admin.id)).status).toBe(200);
    expect(await close(owner, device.id)).toMatchObject(error('not_found', 404));
  });
});
