import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { voteId } from '../domain/kinds/vote.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people, START } from '../testing/office.ts';

const terms = { options: ['Senin', 'Selasa', 'Rabu'], several: false, anonymous: false };

function asked(more: Partial<typeof terms & { closesAt: number | null }> = {}) {
  const office = new Office();
  const channelId = office.channel();
  const messageId = office.did('ayu', 'message.send', {
    ...{ channelId, rootId: null, broadcast: false, text: 'Rapat kapan?', attachments: [] },
    poll: { ...terms, closesAt: null, ...more },
  }) as MessageId;
  const scope = channelScope(channelId);
  const vote = (who: 'ayu' | 'budi' | 'eka', ...choices: number[]) =>
    office.do(who, 'poll.vote', { channelId, messageId, choices });
  const of = (who: 'ayu' | 'budi', where = scope) =>
    office.work.get(where, 'vote', voteId(messageId, people[who]))?.choices;
  const tally = () => office.work.get(scope, 'poll', messageId)?.tally;
  return { office, channelId, messageId, scope, vote, of, tally };
}

describe('a message that is a poll', () => {
  it('makes its row after the message, with the terms, and says so itself', () => {
    const { office, scope, messageId } = asked({ closesAt: START + 90_000 });
    const message = office.work.get(scope, 'message', messageId);
    const poll = office.work.get(scope, 'poll', messageId);
    expect(message).toMatchObject({ text: 'Rapat kapan?', poll: true });
    expect(poll).toMatchObject({ ...terms, authorId: people.ayu, closesAt: START + 90_000 });
    expect(poll).toMatchObject({ closedAt: null, tally: null, version: message!.version + 1 });
  });

  it('asks something, of two different answers at least', () => {
    const office = new Office();
    const channelId = office.channel();
    const words = { channelId, rootId: null, broadcast: false, text: 'Rapat?', attachments: [] };
    const ask = (options: string[], text = 'Rapat?') =>
      office.do('ayu', 'message.send', {
        ...{ ...words, text },
        poll: { ...terms, options, closesAt: null },
      });
    expect(() => ask(['Senin'])).toThrow('too_small');
    expect(() => ask(['Senin', ' Senin '])).toThrow('the same answer twice');
    expect(() => ask(['Senin', ''])).toThrow('too_small');
    expect(() => ask(Array.from({ length: 13 }, (_, n) => `${n}`))).toThrow('too_big');
    expect(() => ask(['Ya', 'Tidak'], ' ')).toThrow('nothing is asked');
    expect(ask(['Ya', 'Tidak']).refusal).toBeUndefined();
  });

  it('S9: goes with its message', () => {
    const { office, scope, channelId, messageId, vote } = asked();
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.work.isTombstone(scope, 'poll', messageId)).toBe(true);
    expect(office.work.get(scope, 'message', messageId)).not.toHaveProperty('poll');
    expect(vote('budi', 0).refusal?.code).toBe('deleted');
  });
});

describe('poll.vote', () => {
  it('puts one row in the channel, changes it, and takes it back', () => {
    const { office, scope, messageId, vote, of } = asked();
    const before = office.work.get(scope, 'poll', messageId);
    vote('budi', 1);
    vote('ayu', 0);
    expect([of('budi'), of('ayu')]).toEqual([[1], [0]]);
    vote('budi', 2);
    expect(of('budi')).toEqual([2]);
    vote('budi');
    expect(of('budi')).toBeUndefined();
    // A change sends what changed, not its neighbours.
    expect(office.work.get(scope, 'poll', messageId)).toEqual(before);
  });

  it('writes nothing where nothing changes', () => {
    const { vote } = asked();
    vote('budi', 1);
    expect(vote('budi', 1)).toEqual({ refusal: undefined, wrote: [] });
    expect(vote('ayu')).toEqual({ refusal: undefined, wrote: [] });
  });

  it('several: takes several answers; else one', () => {
    expect(asked().vote('budi', 0, 2).refusal?.code).toBe('invalid');
    const { vote, of } = asked({ several: true });
    expect(vote('budi', 0, 2).refusal).toBeUndefined();
    expect(of('budi')).toEqual([0, 2]);
    expect(() => vote('budi', 2, 0)).toThrow('ascending');
    expect(() => vote('budi', 1, 1)).toThrow('ascending');
  });

  it('anonymous: the vote is in its own scope, and the channel gets sums alone', () => {
    const { scope, vote, of, tally } = asked({ anonymous: true });
    const own = userScope(people.budi);
    const { wrote } = vote('budi', 1);
    expect(of('budi')).toBeUndefined();
    expect(of('budi', own)).toEqual([1]);
    expect(tally()).toEqual({ counts: [0, 1, 0], voters: 1 });
    const told = wrote.filter((one) => one.scope === scope);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(people.budi);
  });

  it('anonymous: the sums follow each vote as it is changed and taken back', () => {
    const { vote, tally } = asked({ anonymous: true, several: true });
    vote('budi', 0, 1);
    vote('ayu', 1);
    expect(tally()).toEqual({ counts: [1, 2, 0], voters: 2 });
    vote('budi', 1, 2);
    expect(tally()).toEqual({ counts: [0, 2, 1], voters: 2 });
    vote('ayu');
    expect(tally()).toEqual({ counts: [0, 1, 1], voters: 1 });
  });

  it('S15: closed once its time has come, by the clock of the relay', () => {
    const { office, vote, of } = asked({ closesAt: START + 5_000 });
    vote('budi', 0);
    while (office.now < START + 5_000) office.channel('public', `kanal-${office.now}`);
    expect(vote('budi', 1).refusal?.code).toBe('closed');
    expect(of('budi')).toEqual([0]);
  });

  it('invalid, not_found, not_member, archived', () => {
    const { office, channelId, messageId, vote } = asked();
    const other = office.say('ayu', channelId, 'halo');
    expect(vote('budi', 3).refusal?.code).toBe('invalid');
    expect(vote('eka', 0).refusal?.code).toBe('not_member');
    for (const id of [nothing, other]) {
      const args = { channelId, messageId: id, choices: [0] };
      expect(office.do('budi', 'poll.vote', args).refusal?.code).toBe('not_found');
    }
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(vote('budi', 0).refusal?.code).toBe('archived');
    expect(office.work.get(channelScope(channelId), 'poll', messageId)).toBeDefined();
  });
});
