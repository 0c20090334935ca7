import { describe, expect, it } from 'vitest';
import { channelScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';
import { seenSet } from './seen-set.ts';

describe('seen.set', () => {
  function conversation() {
    const office = new Office();
    const channelId = office.conversation('ayu', 'budi');
    const id = office.say('ayu', channelId, 'Halo');
    const scope = channelScope(channelId);
    const position = office.work.get(scope, 'message', id)!.position;
    const seen = () => office.work.get(scope, 'seen', people.budi)?.position;
    return { office, channelId, position, seen };
  }

  it('S9: tells the others of a conversation how far one has read, forward only', () => {
    const { office, channelId, position, seen } = conversation();
    office.did('budi', 'seen.set', { channelId, position });
    expect(seen()).toBe(position);
    const back = office.do('budi', 'seen.set', { channelId, position: position - 1 });
    expect([seen(), back]).toEqual([position, { refusal: undefined, wrote: [] }]);
  });

  it('tells of nothing that has not been said', () => {
    const { office, channelId, position, seen } = conversation();
    office.did('budi', 'seen.set', { channelId, position: position + 1_000 });
    expect(seen()).toBe(position);
  });

  it('does nothing where the company does not want it', () => {
    const { office, channelId, position, seen } = conversation();
    office.did('citra', 'workspace.set', { policy: { seenBy: false } });
    office.did('budi', 'seen.set', { channelId, position });
    expect(seen()).toBeUndefined();
  });

  it('tells the people of a small channel, by the count that comes with it', () => {
    const { office, position } = conversation();
    const channelId = office.channel();
    office.say('ayu', channelId, 'Halo');
    const seen = () => office.work.get(channelScope(channelId), 'seen', people.budi)?.position;
    const read = (members: number) =>
      office.did('budi', 'seen.set', { channelId, position: 1, members });
    read(2);
    expect(seen()).toBeUndefined();
    office.did('citra', 'workspace.set', { policy: { seenMembers: 5 } });
    read(6);
    expect(seen()).toBeUndefined();
    office.did('budi', 'seen.set', { channelId, position });
    expect(seen()).toBeUndefined();
    read(5);
    expect(seen()).toBe(1);
    office.did('budi', 'channel.leave', { channelId });
    expect(seen()).toBeUndefined();
  });

  it('does nothing in a channel, in one’s own notes, or in what one is not in', () => {
    const { office, channelId, position } = conversation();
    const channel = office.channel();
    const notes = office.conversation('budi');
    const by = (who: 'budi' | 'eka', id: typeof channelId) =>
      office.do(who, 'seen.set', { channelId: id, position });
    const none = { refusal: undefined, wrote: [] };
    expect([by('budi', channel), by('budi', notes), by('eka', channelId)]).toEqual([
      none,
      none,
      none,
    ]);
  });

  it('takes the place of an unsent one for the same conversation only', () => {
    const key = (id: typeof nothing, position: number) =>
      seenSet.supersedes?.({ channelId: id, position });
    expect(key(nothing, 1)).toBe(key(nothing, 2));
    expect(key(nothing, 1)).not.toBe(key(people.ayu as never, 1));
  });
});
