import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';

describe('message.delete', () => {
  it('removes the words and keeps the place', () => {
    const office = new Office();
    const channelId = office.channel();
    const scope = channelScope(channelId);
    const messageId = office.say('ayu', channelId, 'Salah kirim');
    const before = office.work.get(scope, 'message', messageId);
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.work.get(scope, 'message', messageId)).toMatchObject({
      text: '',
      attachments: [],
      deletedAt: office.now,
      position: before?.position,
      ordinal: before?.ordinal,
    });
  });

  it('S9: wins over an edit, and finds its wish fulfilled the second time', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Satu');
    const edit = { channelId, messageId, base: messageId, text: 'Dua' };
    office.did('ayu', 'message.edit', edit);
    office.did('ayu', 'message.delete', { channelId, messageId });
    const again = office.do('ayu', 'message.delete', { channelId, messageId });
    expect(again).toEqual({ refusal: undefined, wrote: [] });
  });

  it('takes down its pin', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Penting');
    office.did('budi', 'pin.add', { channelId, messageId });
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.work.isTombstone(channelScope(channelId), 'pin', messageId)).toBe(true);
  });

  it('takes back the mentions that it made', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, `<@${people.budi}>`);
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.work.isTombstone(userScope(people.budi), 'mention', messageId)).toBe(true);
  });

  it('counts a deleted reply no longer', () => {
    const office = new Office();
    const channelId = office.channel();
    const root = office.say('ayu', channelId, 'Satu');
    const reply = office.say('budi', channelId, 'Dua', root);
    office.say('budi', channelId, 'Tiga', root);
    office.did('budi', 'message.delete', { channelId, messageId: reply });
    expect(office.work.get(channelScope(channelId), 'thread', root)?.replies).toBe(1);
  });

  it('is done also in an archived channel', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Satu');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(office.do('ayu', 'message.delete', { channelId, messageId }).refusal).toBeUndefined();
  });

  it('forbidden: only authors, owners and admins, and nothing of the system', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('citra', 'channel.join', { channelId });
    office.did('eka', 'channel.join', { channelId });
    const system = office.work.all(channelScope(channelId), 'message')[0]?.id as MessageId;
    const remove = (who: 'ayu' | 'budi' | 'citra', messageId: MessageId) =>
      office.do(who, 'message.delete', { channelId, messageId }).refusal?.code;
    const said = () => office.say('eka', channelId, 'Satu');
    expect(remove('budi', said())).toBe('forbidden');
    expect(remove('ayu', said())).toBeUndefined();
    expect(remove('citra', said())).toBeUndefined();
    expect(remove('citra', system)).toBe('forbidden');
  });

  it('not_member, not_found', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Satu');
    const by = (who: 'ayu' | 'eka', args: object = {}) =>
      office.do(who, 'message.delete', { channelId, messageId, ...args }).refusal?.code;
    expect(by('eka')).toBe('not_member');
    expect(by('ayu', { channelId: nothing })).toBe('not_found');
    expect(by('ayu', { messageId: nothing })).toBe('not_found');
  });
});
