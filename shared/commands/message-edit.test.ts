import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';
import { messageEdit } from './message-edit.ts';

describe('message.edit', () => {
  it('replaces the text and remembers which command made it', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Hallo');
    const args = { channelId, messageId, base: messageId, text: 'Halo' };
    const op = office.did('ayu', 'message.edit', args);
    expect(office.work.get(channelScope(channelId), 'message', messageId)).toMatchObject({
      text: 'Halo',
      editedAt: office.now,
      op,
    });
  });

  it('S9: refuses an edit of a text that has changed since, and shows the text as it is', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Satu');
    const edit = (base: string, text: string) =>
      office.do('ayu', 'message.edit', { channelId, messageId, base, text });
    edit(messageId, 'Dua');
    const second = office.lastOp;
    const late = edit(messageId, 'Tiga');
    expect(late.refusal).toMatchObject({ code: 'stale', current: { text: 'Dua', op: second } });
    expect(late.wrote).toEqual([]);
    expect(edit(second, 'Tiga').refusal).toBeUndefined();
  });

  it('S9: a deleted message stays deleted', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Satu');
    office.did('ayu', 'message.delete', { channelId, messageId });
    const args = { channelId, messageId, base: messageId, text: 'Dua' };
    expect(office.do('ayu', 'message.edit', args).refusal).toEqual({ code: 'deleted' });
  });

  it('tells who is named newly, takes it back from who no longer is, and leaves the rest', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'channel.invite', { channelId, userIds: [people.eka, people.citra] });
    const messageId = office.say('ayu', channelId, `<@${people.budi}> <@${people.citra}>`);
    const mention = (who: keyof typeof people) =>
      office.work.get(userScope(people[who]), 'mention', messageId);
    const kept = mention('citra');
    const text = `<@${people.citra}> <@${people.eka}>`;
    office.did('ayu', 'message.edit', { channelId, messageId, base: messageId, text });
    expect(office.work.isTombstone(userScope(people.budi), 'mention', messageId)).toBe(true);
    expect(mention('citra')).toEqual(kept);
    expect(mention('eka')).toMatchObject({ channelId, authorId: people.ayu });
  });

  it('forbidden: nobody edits the words of another, nor those of the system', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('citra', 'channel.join', { channelId });
    const messageId = office.say('budi', channelId, 'Satu');
    const system = office.work.all(channelScope(channelId), 'message')[0];
    const edit = (who: 'ayu' | 'citra', id: string) =>
      office.do(who, 'message.edit', {
        channelId,
        messageId: id as MessageId,
        base: id,
        text: 'Dua',
      }).refusal?.code;
    expect(edit('ayu', messageId)).toBe('forbidden');
    expect(edit('citra', messageId)).toBe('forbidden');
    expect(edit('ayu', system?.id ?? '')).toBe('forbidden');
  });

  it('not_member, not_found, archived', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.say('ayu', channelId, 'Satu');
    const by = (who: 'ayu' | 'eka', args: object = {}) =>
      office.do(who, 'message.edit', {
        ...{ channelId, messageId, base: messageId, text: 'Dua' },
        ...args,
      }).refusal?.code;
    expect(by('eka')).toBe('not_member');
    expect(by('ayu', { channelId: nothing })).toBe('not_found');
    expect(by('ayu', { messageId: nothing })).toBe('not_found');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(by('ayu')).toBe('archived');
  });

  it('invalid: leaves no empty message', () => {
    const args = { channelId: nothing, messageId: nothing, base: nothing, text: '  ' };
    expect(messageEdit.args.safeParse(args).success).toBe(false);
  });
});
