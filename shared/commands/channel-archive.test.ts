import { describe, expect, it } from 'vitest';
import { channelScope, orgScope } from '../domain/scope.ts';
import { nothing, Office } from '../testing/office.ts';

describe('channel.archive', () => {
  it('closes a channel for writing and opens it again, and says so in it', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(office.work.get(orgScope, 'channel', channelId)?.archivedAt).toBe(office.now);
    office.did('ayu', 'channel.archive', { channelId, archived: false });
    expect(office.work.get(orgScope, 'channel', channelId)?.archivedAt).toBeNull();
    expect(office.work.all(channelScope(channelId), 'message').map((m) => m.system?.type)).toEqual([
      'created',
      'archived',
      'unarchived',
    ]);
  });

  it('finds its wish fulfilled the second time', () => {
    const office = new Office();
    const channelId = office.channel();
    const first = office.do('ayu', 'channel.archive', { channelId, archived: true });
    expect(first.wrote).not.toEqual([]);
    const second = office.do('ayu', 'channel.archive', { channelId, archived: true });
    expect(second).toEqual({ refusal: undefined, wrote: [] });
  });

  it('forbidden: only owners and admins, and no conversation', () => {
    const office = new Office();
    const channelId = office.channel();
    const by = (who: 'ayu' | 'budi' | 'citra', id = channelId) =>
      office.do(who, 'channel.archive', { channelId: id, archived: true }).refusal?.code;
    expect(by('budi')).toBe('forbidden');
    expect(by('ayu', office.conversation('ayu', 'budi'))).toBe('forbidden');
    office.did('citra', 'channel.join', { channelId });
    expect(by('citra')).toBeUndefined();
  });

  it('not_member, not_found', () => {
    const office = new Office();
    const channelId = office.channel();
    const by = (who: 'ayu' | 'eka', id = channelId) =>
      office.do(who, 'channel.archive', { channelId: id, archived: true }).refusal?.code;
    expect(by('eka')).toBe('not_member');
    expect(by('ayu', nothing)).toBe('not_found');
  });
});
