import { describe, expect, it } from 'vitest';
import { userScope } from '../domain/scope.ts';
import { Office, people } from '../testing/office.ts';
import { savedSet } from './saved-set.ts';

function said() {
  const office = new Office();
  const channelId = office.channel();
  const messageId = office.say('ayu', channelId, 'Anggaran 2027');
  const scope = userScope(people.budi);
  const args = { channelId, messageId, state: 'open', remindAt: null } as const;
  return { office, scope, args, row: () => office.work.get(scope, 'saved', messageId) };
}

describe('saved.set', () => {
  it('keeps a message in its own scope, and says when it was kept first', () => {
    const { office, args, row } = said();
    office.did('budi', 'saved.set', args);
    const savedAt = office.now;
    expect(row()).toMatchObject({
      channelId: args.channelId,
      remindAt: null,
      done: false,
      savedAt,
    });
    const remindAt = savedAt + 60_000;
    office.did('budi', 'saved.set', { ...args, remindAt });
    expect(row()).toMatchObject({ remindAt, savedAt });
  });

  it('ticks it off, opens it again, and forgets it', () => {
    const { office, args, scope, row } = said();
    office.did('budi', 'saved.set', { ...args, remindAt: 1_900_000_000_000 });
    office.did('budi', 'saved.set', { ...args, state: 'done' });
    expect(row()).toMatchObject({ done: true, remindAt: null });
    office.did('budi', 'saved.set', args);
    expect(row()).toMatchObject({ done: false });
    office.did('budi', 'saved.set', { ...args, state: 'removed' });
    expect(office.work.isTombstone(scope, 'saved', args.messageId)).toBe(true);
  });

  it('not_member: nothing new of a channel that one is not in', () => {
    const { office, args } = said();
    expect(office.do('eka', 'saved.set', args).refusal?.code).toBe('not_member');
  });

  it('S11: what was kept can be ticked off and forgotten after the channel was left', () => {
    const { office, args, row } = said();
    office.did('budi', 'saved.set', args);
    office.did('budi', 'channel.leave', { channelId: args.channelId });
    office.did('budi', 'saved.set', { ...args, state: 'done' });
    expect(row()).toMatchObject({ done: true });
    office.did('budi', 'saved.set', { ...args, state: 'removed' });
    expect(row()).toBeUndefined();
  });

  it('invalid: a time to be reminded of what is done', () => {
    const { args } = said();
    const done = { ...args, state: 'done', remindAt: 1 };
    expect(savedSet.args.safeParse(done).success).toBe(false);
  });

  it('the newest wish takes the place of one that still waits', () => {
    const { args } = said();
    expect(savedSet.supersedes?.(args)).toBe(`saved/${args.messageId}`);
  });
});
