import { describe, expect, it } from 'vitest';
import { anId } from '../testing/office.ts';
import type { UserId } from './ids.ts';
import type { Member } from './kinds/member.ts';
import type { Message } from './kinds/message.ts';
import {
  isAdmin,
  isConversation,
  mayDelete,
  mayEdit,
  mayManageChannel,
  type Actor,
} from './permissions.ts';

const me = anId(1) as UserId;
const other = anId(2) as UserId;
const actor = (role: Actor['role']): Actor => ({ userId: me, role });
const place = (role: Member['role']): Member => ({
  kind: 'member',
  id: me,
  version: 1,
  role,
  joinedAt: 0,
});
const by = (authorId: UserId, system: Message['system'] = null) => ({ authorId, system });

describe('permissions', () => {
  it.each([
    ['member', false],
    ['admin', true],
    ['owner', true],
    ['system', true],
  ] as const)('%s of the workspace: admin is %j', (role, expected) => {
    expect(isAdmin(actor(role))).toBe(expected);
  });

  it.each([
    ['member', undefined, false],
    ['member', 'member', false],
    ['member', 'owner', true],
    ['admin', undefined, true],
    ['admin', 'member', true],
    ['owner', 'member', true],
    ['system', undefined, true],
  ] as const)('%s, %j of the channel: manages it: %j', (role, place_, expected) => {
    const member = place_ === undefined ? undefined : place(place_);
    expect(mayManageChannel(actor(role), member)).toBe(expected);
  });

  it('lets nobody but the author edit, whatever their role', () => {
    for (const role of ['member', 'admin', 'owner', 'system'] as const) {
      expect(mayEdit(actor(role), by(me))).toBe(true);
      expect(mayEdit(actor(role), by(other))).toBe(false);
      expect(mayEdit(actor(role), by(me, { type: 'joined' }))).toBe(false);
    }
  });

  it('lets the author delete, and who manages the channel', () => {
    expect(mayDelete(actor('member'), by(me), place('member'))).toBe(true);
    expect(mayDelete(actor('member'), by(other), place('member'))).toBe(false);
    expect(mayDelete(actor('member'), by(other), place('owner'))).toBe(true);
    expect(mayDelete(actor('admin'), by(other), place('member'))).toBe(true);
    expect(mayDelete(actor('admin'), by(me, { type: 'joined' }), place('owner'))).toBe(false);
  });

  it.each([
    ['public', false],
    ['private', false],
    ['dm', true],
    ['group', true],
  ] as const)('%s: a conversation is %j', (type, expected) => {
    expect(isConversation({ type })).toBe(expected);
  });
});
