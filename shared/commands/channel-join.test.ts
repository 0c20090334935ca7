import { describe, expect, it } from 'vitest';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';

describe('channel.join', () => {
  it('gives a place in a public channel, to the person and before the others', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('eka', 'channel.join', { channelId });
    expect(office.work.get(channelScope(channelId), 'member', people.eka)).toMatchObject({
      role: 'member',
      joinedAt: office.now,
    });
    expect(office.work.get(userScope(people.eka), 'membership', channelId)).toMatchObject({
      starred: false,
      muted: false,
      notify: 'mentions',
    });
    const last = office.work.all(channelScope(channelId), 'message').at(-1);
    expect(last).toMatchObject({ system: { type: 'joined' }, authorId: people.eka });
  });

  it('finds its wish fulfilled the second time, and keeps the settings', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('budi', 'membership.set', { channelId, starred: true });
    const ran = office.do('budi', 'channel.join', { channelId });
    expect(ran).toEqual({ refusal: undefined, wrote: [] });
  });

  it('not_found: tells nobody outside that a private channel or a conversation exists (S11)', () => {
    const office = new Office();
    const join = (channelId: ReturnType<Office['channel']>) =>
      office.do('eka', 'channel.join', { channelId }).refusal;
    const unknown = join(nothing);
    expect(unknown).toEqual({ code: 'not_found' });
    expect(join(office.channel('private', 'gaji'))).toEqual(unknown);
    expect(join(office.conversation('ayu', 'budi'))).toEqual(unknown);
  });

  it('archived: nobody enters a closed channel', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(office.do('eka', 'channel.join', { channelId }).refusal).toEqual({ code: 'archived' });
  });
});
