import { describe, expect, it } from 'vitest';
import { reactionId } from '../domain/kinds/reaction.ts';
import { channelScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';
import { reactionAdd } from './reaction.ts';

function said() {
  const office = new Office();
  const channelId = office.channel();
  const messageId = office.say('ayu', channelId, 'Gajian!');
  return { office, scope: channelScope(channelId), args: { channelId, messageId, emoji: '🎉' } };
}

describe('reaction.add', () => {
  it('puts one row of its own, and leaves the message as it is', () => {
    const { office, scope, args } = said();
    const before = office.work.get(scope, 'message', args.messageId);
    office.did('budi', 'reaction.add', args);
    const id = reactionId(args.messageId, people.budi, '🎉');
    expect(office.work.get(scope, 'reaction', id)).toMatchObject({
      messageId: args.messageId,
      userId: people.budi,
      emoji: '🎉',
    });
    expect(office.work.get(scope, 'message', args.messageId)).toEqual(before);
  });

  it('S9: reactions are a set', () => {
    const { office, scope, args } = said();
    office.did('budi', 'reaction.add', args);
    expect(office.do('budi', 'reaction.add', args)).toEqual({ refusal: undefined, wrote: [] });
    office.did('ayu', 'reaction.add', args);
    office.did('budi', 'reaction.add', { ...args, emoji: 'balai-party' });
    expect(office.work.all(scope, 'reaction')).toHaveLength(3);
  });

  it('deleted: nothing is left to react to', () => {
    const { office, args } = said();
    const { channelId, messageId } = args;
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.do('budi', 'reaction.add', args).refusal).toEqual({ code: 'deleted' });
  });

  it('not_member, not_found, archived', () => {
    const { office, args } = said();
    const add = (who: 'budi' | 'eka', other: object = {}) =>
      office.do(who, 'reaction.add', { ...args, ...other }).refusal?.code;
    expect(add('eka')).toBe('not_member');
    expect(add('budi', { channelId: nothing })).toBe('not_found');
    expect(add('budi', { messageId: nothing })).toBe('not_found');
    office.did('ayu', 'channel.archive', { channelId: args.channelId, archived: true });
    expect(add('budi')).toBe('archived');
  });

  it.each(['', ':tada:', 'a b', 'a/b', '👍\u0000', 'a'.repeat(65)])(
    'invalid: %j is no emoji',
    (emoji) => {
      expect(reactionAdd.args.safeParse({ ...said().args, emoji }).success).toBe(false);
    },
  );
});

describe('reaction.remove', () => {
  it('takes back only the own one, and finds its wish fulfilled the second time', () => {
    const { office, scope, args } = said();
    office.did('ayu', 'reaction.add', args);
    office.did('budi', 'reaction.add', args);
    office.did('budi', 'reaction.remove', args);
    expect(office.work.all(scope, 'reaction').map((row) => row.userId)).toEqual([people.ayu]);
    expect(office.do('budi', 'reaction.remove', args)).toEqual({ refusal: undefined, wrote: [] });
  });

  it('can be added again over its tombstone', () => {
    const { office, scope, args } = said();
    office.did('budi', 'reaction.add', args);
    office.did('budi', 'reaction.remove', args);
    office.did('budi', 'reaction.add', args);
    expect(office.work.all(scope, 'reaction')).toHaveLength(1);
  });

  it('deleted, not_member, not_found, archived', () => {
    const { office, args } = said();
    const { channelId, messageId } = args;
    const remove = (who: 'budi' | 'eka', other: object = {}) =>
      office.do(who, 'reaction.remove', { ...args, ...other }).refusal?.code;
    expect(remove('eka')).toBe('not_member');
    expect(remove('budi', { channelId: nothing })).toBe('not_found');
    expect(remove('budi', { messageId: nothing })).toBe('not_found');
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(remove('budi')).toBe('deleted');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(remove('budi')).toBe('archived');
  });
});
