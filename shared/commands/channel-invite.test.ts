import { describe, expect, it } from 'vitest';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people, stranger } from '../testing/office.ts';

describe('channel.invite', () => {
  it('brings people in by any member, each once, and names the new ones', () => {
    const office = new Office();
    const channelId = office.channel('private', 'gaji');
    const userIds = [people.eka, people.ayu, people.eka, people.citra];
    office.did('budi', 'channel.invite', { channelId, userIds });
    expect(office.work.get(userScope(people.eka), 'membership', channelId)).toBeDefined();
    expect(office.work.get(channelScope(channelId), 'member', people.ayu)?.role).toBe('owner');
    expect(office.work.all(channelScope(channelId), 'message').at(-1)?.system).toEqual({
      type: 'added',
      userIds: [people.eka, people.citra],
    });
  });

  it('changes nothing where all are in already', () => {
    const office = new Office();
    const channelId = office.channel();
    const ran = office.do('ayu', 'channel.invite', { channelId, userIds: [people.budi] });
    expect(ran).toEqual({ refusal: undefined, wrote: [] });
  });

  it('not_found: brings in nobody where one of them is not there or has left', () => {
    const office = new Office();
    const channelId = office.channel();
    for (const missing of [people.dewi, stranger]) {
      const userIds = [people.eka, missing];
      const ran = office.do('ayu', 'channel.invite', { channelId, userIds });
      expect(ran).toEqual({ refusal: { code: 'not_found' }, wrote: [] });
    }
  });

  it('forbidden: one person more makes another conversation', () => {
    const office = new Office();
    const channelId = office.conversation('ayu', 'budi', 'citra');
    const ran = office.do('ayu', 'channel.invite', { channelId, userIds: [people.eka] });
    expect(ran.refusal).toEqual({ code: 'forbidden' });
  });

  it('not_member, not_found, archived', () => {
    const office = new Office();
    const channelId = office.channel();
    const by = (who: 'ayu' | 'citra', id = channelId) =>
      office.do(who, 'channel.invite', { channelId: id, userIds: [people.eka] }).refusal?.code;
    expect(by('citra')).toBe('not_member');
    expect(by('ayu', nothing)).toBe('not_found');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(by('ayu')).toBe('archived');
  });
});
