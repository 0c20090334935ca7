import { describe, expect, it } from 'vitest';
import { userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';
import { followRead } from './follow-read.ts';

describe('follow.read', () => {
  it('S9: goes forward only, also in a thread that its owner does not want to hear of', () => {
    const office = new Office();
    const channelId = office.channel();
    const rootId = office.say('ayu', channelId, 'Satu');
    const readTo = () => office.work.get(userScope(people.budi), 'follow', rootId)?.readTo;
    office.did('budi', 'follow.set', { channelId, rootId, on: false, read: 1 });
    office.did('budi', 'follow.read', { rootId, position: 7 });
    expect(readTo()).toBe(7);
    const back = office.do('budi', 'follow.read', { rootId, position: 3 });
    expect([readTo(), back.wrote]).toEqual([7, []]);
    expect(office.work.get(userScope(people.budi), 'follow', rootId)?.on).toBe(false);
  });

  it('leaves no mark in a thread that its reader has nothing to do with', () => {
    const office = new Office();
    const ran = office.do('budi', 'follow.read', { rootId: nothing, position: 7 });
    expect(ran).toEqual({ refusal: undefined, wrote: [] });
  });

  it('takes the place of an unsent one for the same thread, and of no follow', () => {
    const key = followRead.supersedes?.({ rootId: nothing, position: 1 });
    expect(key).toBe(followRead.supersedes?.({ rootId: nothing, position: 9 }));
    expect(key).not.toBe(`follow/${nothing}`);
  });
});
