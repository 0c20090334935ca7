import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';
import { followSet } from './follow-set.ts';

const mine = userScope(people.budi);

describe('follow.set', () => {
  it('follows a thread that is none of the person’s yet, and lets go of it', () => {
    const office = new Office();
    const channelId = office.channel();
    const rootId = office.say('ayu', channelId, 'Satu');
    office.did('budi', 'follow.set', { channelId, rootId, on: true, read: 4 });
    expect(office.work.get(mine, 'follow', rootId)).toMatchObject({ on: true, readTo: 4 });
    office.did('budi', 'follow.set', { channelId, rootId, on: false, read: 2 });
    // S9: what was read stays read.
    expect(office.work.get(mine, 'follow', rootId)).toMatchObject({ on: false, readTo: 4 });
    const again = office.do('budi', 'follow.set', { channelId, rootId, on: false, read: 2 });
    expect(again.wrote).toEqual([]);
  });

  it('not_found: a reply, what the channel does not have; not_member', () => {
    const office = new Office();
    const channelId = office.channel();
    const root = office.say('ayu', channelId, 'Satu');
    const reply = office.say('ayu', channelId, 'Dua', root);
    const by = (who: 'budi' | 'eka', rootId: MessageId) =>
      office.do(who, 'follow.set', { channelId, rootId, on: true, read: 0 }).refusal?.code;
    expect(by('budi', reply)).toBe('not_found');
    expect(by('budi', nothing)).toBe('not_found');
    expect(by('eka', root)).toBe('not_member');
  });

  it('takes the place of an unsent one for the same thread only', () => {
    const key = (rootId: MessageId, on: boolean) =>
      followSet.supersedes?.({ channelId: nothing, rootId, on, read: 0 });
    const other = people.ayu as string as MessageId;
    expect(key(nothing, true)).toBe(key(nothing, false));
    expect(key(nothing, true)).not.toBe(key(other, true));
  });
});
