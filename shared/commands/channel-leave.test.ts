import { describe, expect, it } from 'vitest';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';

describe('channel.leave', () => {
  it('S11: leaves a tombstone in the own scope, which makes the devices purge the channel', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('budi', 'channel.leave', { channelId });
    expect(office.work.isTombstone(userScope(people.budi), 'membership', channelId)).toBe(true);
    expect(office.work.isTombstone(channelScope(channelId), 'member', people.budi)).toBe(true);
    const last = office.work.all(channelScope(channelId), 'message').at(-1);
    expect(last).toMatchObject({ system: { type: 'left' }, authorId: people.budi });
  });

  it('lets go also of an archived channel, and of a group', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    const group = office.conversation('ayu', 'budi', 'citra');
    for (const id of [channelId, group]) {
      expect(office.do('budi', 'channel.leave', { channelId: id }).refusal).toBeUndefined();
    }
  });

  it('forbidden: the conversation of two has no exit', () => {
    const office = new Office();
    const channelId = office.conversation('ayu', 'budi');
    expect(office.do('ayu', 'channel.leave', { channelId }).refusal).toEqual({ code: 'forbidden' });
  });

  it('not_member the second time, not_found', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('budi', 'channel.leave', { channelId });
    const again = office.do('budi', 'channel.leave', { channelId });
    expect(again.refusal).toEqual({ code: 'not_member' });
    const unknown = office.do('budi', 'channel.leave', { channelId: nothing });
    expect(unknown.refusal).toEqual({ code: 'not_found' });
  });
});
