import { describe, expect, it } from 'vitest';
import { conversationId, MAX_PEOPLE } from '../domain/conversation.ts';
import { channelScope, orgScope, userScope } from '../domain/scope.ts';
import { actor, anId, Office, people, stranger } from '../testing/office.ts';
import type { UserId } from '../domain/ids.ts';
import { conversationOpen } from './conversation-open.ts';

describe('conversation.open', () => {
  it('makes one conversation of two people, whoever opens it', () => {
    const office = new Office();
    const id = office.conversation('ayu', 'budi');
    expect(office.work.get(channelScope(id), 'channel', id)).toMatchObject({
      type: 'dm',
      name: '',
      people: [people.ayu, people.budi],
    });
    expect(office.work.get(userScope(people.budi), 'membership', id)).toBeDefined();
    const ran = office.do('budi', 'conversation.open', { userIds: [people.ayu] });
    expect(ran).toEqual({ refusal: undefined, wrote: [] });
  });

  it('is nothing that everybody reads', () => {
    const office = new Office();
    const id = office.conversation('ayu', 'budi');
    expect(office.work.get(orgScope, 'channel', id)).toBeUndefined();
  });

  it('makes a group of more, and notes of one', () => {
    const office = new Office();
    const group = office.conversation('ayu', 'budi', 'citra');
    const notes = office.conversation('ayu');
    expect(office.work.get(channelScope(group), 'channel', group)?.type).toBe('group');
    expect(office.work.get(channelScope(notes), 'channel', notes)).toMatchObject({
      type: 'dm',
      people: [people.ayu],
    });
  });

  it('brings back somebody who left the group', () => {
    const office = new Office();
    const channelId = office.conversation('ayu', 'budi', 'citra');
    office.did('budi', 'channel.leave', { channelId });
    office.did('budi', 'conversation.open', { userIds: [people.ayu, people.citra] });
    expect(office.work.get(userScope(people.budi), 'membership', channelId)).toBeDefined();
  });

  it('opens an old conversation also with somebody who has left the company', () => {
    const office = new Office();
    office.conversation('ayu', 'budi');
    const budi = office.work.get(orgScope, 'user', people.budi);
    office.work.put(orgScope, { ...budi!, disabledAt: office.now });
    const ran = office.do('ayu', 'conversation.open', { userIds: [people.budi] });
    expect(ran.refusal).toBeUndefined();
  });

  it('not_found: begins none with somebody who is not there or has left', () => {
    const office = new Office();
    for (const missing of [people.dewi, stranger]) {
      const ran = office.do('ayu', 'conversation.open', { userIds: [people.budi, missing] });
      expect(ran).toEqual({ refusal: { code: 'not_found' }, wrote: [] });
    }
  });

  it('too_many: the opener counts', () => {
    const office = new Office();
    const userIds = Array.from({ length: MAX_PEOPLE }, (_, i) => anId(200 + i) as UserId);
    const ran = office.do('ayu', 'conversation.open', { userIds });
    expect(ran.refusal).toEqual({ code: 'too_many' });
  });

  it('S7: goes out in the lane of the conversation, before what is written into it', () => {
    const lane = conversationOpen.lane({ userIds: [people.budi] }, actor('ayu'), anId(7) as never);
    expect(lane).toBe(channelScope(conversationId([people.budi, people.ayu])));
  });
});
