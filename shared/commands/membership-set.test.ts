import { describe, expect, it } from 'vitest';
import type { OpId } from '../domain/ids.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { anId, Office, people } from '../testing/office.ts';

describe('membership.set', () => {
  it('changes what is named and leaves the rest', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('budi', 'membership.set', { channelId, starred: true });
    office.did('budi', 'membership.set', { channelId, muted: true, notify: 'nothing' });
    expect(office.work.get(userScope(people.budi), 'membership', channelId)).toMatchObject({
      starred: true,
      muted: true,
      notify: 'nothing',
    });
  });

  it('moves the channel into a section of one’s own, and out again', () => {
    const office = new Office();
    const channelId = office.channel();
    const sectionId = anId(0x970) as OpId;
    const row = () => office.work.get(userScope(people.budi), 'membership', channelId);
    office.did('budi', 'membership.set', { channelId, sectionId });
    office.did('budi', 'membership.set', { channelId, muted: true });
    expect(row()).toMatchObject({ sectionId, muted: true });
    office.did('budi', 'membership.set', { channelId, sectionId: null });
    expect(row()?.sectionId).toBeNull();
  });

  it('writes nothing that others see', () => {
    const office = new Office();
    const channelId = office.channel();
    const head = office.work.head(channelScope(channelId));
    office.did('budi', 'membership.set', { channelId, muted: true });
    expect(office.work.head(channelScope(channelId))).toBe(head);
  });

  it('not_member', () => {
    const office = new Office();
    const channelId = office.channel();
    const ran = office.do('eka', 'membership.set', { channelId, starred: true });
    expect(ran.refusal).toEqual({ code: 'not_member' });
  });
});
