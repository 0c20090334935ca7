import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { channelScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';

function said() {
  const office = new Office();
  const channelId = office.channel();
  const messageId = office.say('ayu', channelId, 'Kata sandi tamu: cempaka');
  return { office, scope: channelScope(channelId), args: { channelId, messageId } };
}

describe('pin.add', () => {
  it('puts one row with who and when, and leaves the message as it is', () => {
    const { office, scope, args } = said();
    const before = office.work.get(scope, 'message', args.messageId);
    office.did('budi', 'pin.add', args);
    expect(office.work.get(scope, 'pin', args.messageId)).toMatchObject({ by: people.budi });
    expect(office.work.get(scope, 'message', args.messageId)).toEqual(before);
  });

  it('keeps who pinned it first', () => {
    const { office, scope, args } = said();
    office.did('budi', 'pin.add', args);
    expect(office.do('ayu', 'pin.add', args)).toEqual({ refusal: undefined, wrote: [] });
    expect(office.work.get(scope, 'pin', args.messageId)?.by).toBe(people.budi);
  });

  it('deleted, not_member, not_found, archived', () => {
    const { office, args } = said();
    const add = (who: 'budi' | 'eka', other: object = {}) =>
      office.do(who, 'pin.add', { ...args, ...other }).refusal?.code;
    expect(add('eka')).toBe('not_member');
    expect(add('budi', { channelId: nothing })).toBe('not_found');
    expect(add('budi', { messageId: nothing })).toBe('not_found');
    office.did('ayu', 'message.delete', args);
    expect(add('budi')).toBe('deleted');
    office.did('ayu', 'channel.archive', { channelId: args.channelId, archived: true });
    expect(add('budi')).toBe('archived');
  });

  it('forbidden: what the channel tells of itself is not pinned', () => {
    const { office, scope, args } = said();
    const told = office.work.all(scope, 'message').find((row) => row.system !== null);
    const pinned = office.do('ayu', 'pin.add', { ...args, messageId: told?.id as MessageId });
    expect(pinned.refusal?.code).toBe('forbidden');
  });
});

describe('pin.remove', () => {
  it('takes it down, whoever pinned it, and finds its wish fulfilled the second time', () => {
    const { office, scope, args } = said();
    office.did('ayu', 'pin.add', args);
    office.did('budi', 'pin.remove', args);
    expect(office.work.all(scope, 'pin')).toEqual([]);
    expect(office.do('budi', 'pin.remove', args)).toEqual({ refusal: undefined, wrote: [] });
    office.did('budi', 'pin.add', args);
    expect(office.work.all(scope, 'pin')).toHaveLength(1);
  });

  it('not_member, not_found, archived', () => {
    const { office, args } = said();
    const remove = (who: 'budi' | 'eka', other: object = {}) =>
      office.do(who, 'pin.remove', { ...args, ...other }).refusal?.code;
    expect(remove('eka')).toBe('not_member');
    expect(remove('budi', { channelId: nothing })).toBe('not_found');
    expect(remove('budi', { messageId: nothing })).toBe('not_found');
    office.did('ayu', 'channel.archive', { channelId: args.channelId, archived: true });
    expect(remove('budi')).toBe('archived');
  });
});
