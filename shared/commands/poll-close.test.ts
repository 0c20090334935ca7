import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { channelScope } from '../domain/scope.ts';
import { nothing, Office } from '../testing/office.ts';

function asked() {
  const office = new Office();
  const channelId = office.channel();
  const messageId = office.did('ayu', 'message.send', {
    ...{ channelId, rootId: null, broadcast: false, text: 'Soto?', attachments: [] },
    poll: { options: ['Ya', 'Tidak'], several: false, anonymous: false, closesAt: null },
  }) as MessageId;
  const close = (who: 'ayu' | 'budi' | 'eka', id = messageId) =>
    office.do(who, 'poll.close', { channelId, messageId: id });
  const poll = () => office.work.get(channelScope(channelId), 'poll', messageId);
  return { office, channelId, messageId, close, poll };
}

describe('poll.close', () => {
  it('ends the poll now, and finds its wish fulfilled the second time', () => {
    const { office, channelId, messageId, close, poll } = asked();
    office.did('budi', 'poll.vote', { channelId, messageId, choices: [0] });
    close('ayu');
    expect(poll()?.closedAt).toBe(office.now);
    expect(close('ayu')).toEqual({ refusal: undefined, wrote: [] });
    const late = office.do('budi', 'poll.vote', { channelId, messageId, choices: [1] });
    expect(late.refusal?.code).toBe('closed');
  });

  it('forbidden: its author alone; not_found, not_member', () => {
    const { close } = asked();
    expect(close('budi').refusal?.code).toBe('forbidden');
    expect(close('ayu', nothing).refusal?.code).toBe('not_found');
    expect(close('eka').refusal?.code).toBe('not_member');
  });
});
