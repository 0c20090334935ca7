import { describe, expect, it } from 'vitest';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';

describe('channel.remove', () => {
  it('S11: takes the place away by tombstones, and says so in the channel', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'channel.remove', { channelId, userId: people.budi });
    expect(office.work.isTombstone(userScope(people.budi), 'membership', channelId)).toBe(true);
    expect(office.work.isTombstone(channelScope(channelId), 'member', people.budi)).toBe(true);
    expect(office.work.all(channelScope(channelId), 'message').at(-1)?.system).toEqual({
      type: 'removed',
      userIds: [people.budi],
    });
  });

  it('finds its wish fulfilled where the person is not in it', () => {
    const office = new Office();
    const channelId = office.channel();
    const ran = office.do('ayu', 'channel.remove', { channelId, userId: people.eka });
    expect(ran).toEqual({ refusal: undefined, wrote: [] });
  });

  it('forbidden: only owners and admins, and from no conversation', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('citra', 'channel.join', { channelId });
    const group = office.conversation('ayu', 'budi', 'citra');
    const remove = (who: 'budi' | 'citra', id: typeof channelId) =>
      office.do(who, 'channel.remove', { channelId: id, userId: people.ayu }).refusal?.code;
    expect(remove('budi', channelId)).toBe('forbidden');
    expect(remove('citra', group)).toBe('forbidden');
    expect(remove('citra', channelId)).toBeUndefined();
  });

  it('not_member, not_found', () => {
    const office = new Office();
    const channelId = office.channel();
    const by = (who: 'ayu' | 'citra', id = channelId) =>
      office.do(who, 'channel.remove', { channelId: id, userId: people.budi }).refusal?.code;
    expect(by('citra')).toBe('not_member');
    expect(by('ayu', nothing)).toBe('not_found');
  });
});
