import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { Office, people } from '../testing/office.ts';
import type { ArgsOf } from './registry.ts';

type Name = keyof typeof people;
const followOf = (there: Office, who: Name, rootId: MessageId) =>
  there.work.get(userScope(people[who]), 'follow', rootId);

function office() {
  const there = new Office();
  const channelId = there.channel();
  there.did('ayu', 'channel.invite', { channelId, userIds: [people.citra] });
  const position = (id: string) =>
    there.work.get(channelScope(channelId), 'message', id)?.position ?? -1;
  return { there, channelId, position };
}

const reply = (
  channelId: ArgsOf<'message.send'>['channelId'],
  rootId: MessageId,
): ArgsOf<'message.send'> => ({ channelId, rootId, broadcast: false, text: 'Ya', attachments: [] });

describe('who follows a thread', () => {
  it('who began it, from the first answer on, and who answers', () => {
    const { there, channelId, position } = office();
    const root = there.say('ayu', channelId, 'Satu');
    expect(followOf(there, 'ayu', root)).toBeUndefined();
    const answer = there.say('budi', channelId, 'Dua', root);
    // The answer is new to who began it, and not to who wrote it.
    expect(followOf(there, 'ayu', root)).toMatchObject({
      ...{ channelId, on: true, readTo: position(answer) - 1 },
    });
    expect(followOf(there, 'budi', root)).toMatchObject({ on: true, readTo: position(answer) });
    expect(followOf(there, 'citra', root)).toBeUndefined();
  });

  it('who is named in it, and by the first answer who was named in its first message', () => {
    const { there, channelId } = office();
    const root = there.say('ayu', channelId, `<@${people.citra}> <@${people.eka}>, lihat`);
    expect(followOf(there, 'citra', root)).toBeUndefined();
    there.say('ayu', channelId, 'Sudah?', root);
    expect(followOf(there, 'citra', root)?.on).toBe(true);
    // Eka is not in the channel.
    expect(followOf(there, 'eka', root)).toBeUndefined();
    const other = there.say('ayu', channelId, 'Dua');
    there.say('ayu', channelId, `<@${people.budi}>?`, other);
    expect(followOf(there, 'budi', other)?.on).toBe(true);
  });

  it('who is named in it by an edit', () => {
    const { there, channelId, position } = office();
    const root = there.say('ayu', channelId, 'Satu');
    const messageId = there.say('ayu', channelId, 'Dua', root);
    const text = `Dua, <@${people.citra}>`;
    there.did('ayu', 'message.edit', { channelId, messageId, base: messageId, text });
    expect(followOf(there, 'citra', root)).toMatchObject({
      ...{ on: true, readTo: position(messageId) - 1 },
    });
  });

  it('everybody of a conversation', () => {
    const there = new Office();
    const channelId = there.conversation('ayu', 'budi', 'citra');
    const root = there.say('ayu', channelId, 'Satu');
    there.say('budi', channelId, 'Dua', root);
    for (const who of ['ayu', 'budi', 'citra'] as const) {
      expect(followOf(there, who, root)?.on).toBe(true);
    }
  });

  it('nobody who does not want to, until they answer again', () => {
    const { there, channelId } = office();
    const rootId = there.say('ayu', channelId, 'Satu');
    there.say('budi', channelId, 'Dua', rootId);
    there.did('ayu', 'follow.set', { channelId, rootId, on: false, read: 0 });
    there.say('budi', channelId, `<@${people.ayu}>?`, rootId);
    expect(followOf(there, 'ayu', rootId)?.on).toBe(false);
    there.say('ayu', channelId, 'Ya', rootId);
    expect(followOf(there, 'ayu', rootId)?.on).toBe(true);
  });

  it('the author of an answer has read what they say they have, and what they had before', () => {
    const { there, channelId, position } = office();
    const rootId = there.say('ayu', channelId, 'Satu');
    const seen = position(there.say('budi', channelId, 'Dua', rootId));
    there.say('budi', channelId, 'Tiga', rootId);
    // Citra wrote without a network, before the second answer came.
    there.did('citra', 'message.send', { ...reply(channelId, rootId), read: seen });
    expect(followOf(there, 'citra', rootId)?.readTo).toBe(seen);
    there.did('citra', 'follow.read', { rootId, position: seen + 5 });
    there.did('citra', 'message.send', { ...reply(channelId, rootId), read: seen });
    expect(followOf(there, 'citra', rootId)?.readTo).toBe(seen + 5);
  });

  it('writes no more than the reply, its thread and the own follow where all is as it was', () => {
    const { there, channelId } = office();
    const rootId = there.say('ayu', channelId, 'Satu');
    there.say('budi', channelId, 'Dua', rootId);
    const again = there.do('budi', 'message.send', { ...reply(channelId, rootId), read: 0 });
    expect(again.wrote.map(({ row }) => row.kind)).toEqual(['thread', 'message']);
  });
});
