import { describe, expect, it } from 'vitest';
import type { MessageId, OpId } from '../domain/ids.ts';
import { MAX_TEXT } from '../domain/kinds/message.ts';
import { channelScope, registryScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people, stranger } from '../testing/office.ts';
import { messageSend } from './message-send.ts';

const plain = (channelId: ReturnType<Office['channel']>, text = 'Halo') => ({
  channelId,
  rootId: null,
  broadcast: false,
  text,
  attachments: [],
});

describe('message.send', () => {
  it('S1, S5: writes a message under the id of the command, at its version for all time', () => {
    const office = new Office();
    const channelId = office.channel();
    const scope = channelScope(channelId);
    const id = office.say('ayu', channelId, 'Halo');
    const sent = office.work.get(scope, 'message', id);
    expect(sent).toMatchObject({
      id,
      op: id,
      authorId: people.ayu,
      text: 'Halo',
      createdAt: office.now,
      position: sent?.version,
    });
    office.did('ayu', 'message.edit', { channelId, messageId: id, base: id, text: 'Halo!' });
    const edited = office.work.get(scope, 'message', id);
    expect(edited?.position).toBe(sent?.position);
    expect(edited?.version).toBeGreaterThan(sent?.version ?? 0);
  });

  it('keeps why a message is urgent with it, and counts it for administrators without its words', () => {
    const office = new Office();
    const channelId = office.channel();
    const scope = channelScope(channelId);
    const urgent = ' Air masuk\ngudang ';
    const id = office.did('ayu', 'message.send', { ...plain(channelId, 'Atap bocor'), urgent });
    expect(office.work.get(scope, 'message', id)?.urgent).toBe('Air masuk gudang');
    const counted = office.work.get(registryScope, 'urgent', id);
    expect(counted).toMatchObject({ authorId: people.ayu, channelId, reason: 'Air masuk gudang' });
    expect(JSON.stringify(counted)).not.toContain('bocor');
    office.did('ayu', 'message.delete', { channelId, messageId: id as MessageId });
    expect(office.work.get(scope, 'message', id)).not.toHaveProperty('urgent');
    const empty = messageSend.args.safeParse({ ...plain(channelId), urgent: ' ' });
    expect(empty.success).toBe(false);
    const plainId = office.say('ayu', channelId, 'Halo');
    expect(office.work.get(registryScope, 'urgent', plainId)).toBeUndefined();
  });

  it('keeps that it rings for nobody; it cannot be urgent too', () => {
    const office = new Office();
    const channelId = office.channel();
    const id = office.did('ayu', 'message.send', { ...plain(channelId), quiet: true });
    expect(office.work.get(channelScope(channelId), 'message', id)?.quiet).toBe(true);
    const both = { ...plain(channelId), quiet: true, urgent: 'Air' };
    expect(messageSend.args.safeParse(both).success).toBe(false);
  });

  it('counts what a reader of the channel sees: no reply, but one that is broadcast', () => {
    const office = new Office();
    const channelId = office.channel();
    const scope = channelScope(channelId);
    const first = office.say('ayu', channelId, 'Satu');
    const reply = office.say('budi', channelId, 'Balas', first);
    const shown = office.did('budi', 'message.send', {
      ...plain(channelId, 'Balas, untuk semua'),
      rootId: first,
      broadcast: true,
    });
    const ordinals = [first, reply, shown].map(
      (id) => office.work.get(scope, 'message', id)?.ordinal,
    );
    expect(ordinals).toEqual([1, 1, 2]);
  });

  it('keeps the thread: replies, the newest of them, and the last few who wrote', () => {
    const office = new Office();
    const channelId = office.channel();
    const scope = channelScope(channelId);
    const root = office.say('ayu', channelId, 'Satu');
    office.say('budi', channelId, 'Dua', root);
    office.say('ayu', channelId, 'Tiga', root);
    office.say('budi', channelId, 'Empat', root);
    expect(office.work.get(scope, 'thread', root)).toMatchObject({
      replies: 3,
      lastReplyAt: office.now,
      participants: [people.budi, people.ayu],
    });
  });

  it('does not resend the first message of a thread with each reply', () => {
    const office = new Office();
    const channelId = office.channel();
    const root = office.say('ayu', channelId, 'Satu');
    const ran = office.do('budi', 'message.send', { ...plain(channelId), rootId: root });
    expect(ran.wrote.map((held) => held.row.kind)).toEqual([
      ...['thread', 'message', 'follow', 'follow'],
    ]);
    expect(ran.wrote.filter(({ row }) => row.id === root).map(({ row }) => row.kind)).not.toContain(
      'message',
    );
  });

  it('tells the members who are named, in their own scope, but not the author', () => {
    const office = new Office();
    const channelId = office.channel();
    const text = `<@${people.budi}> <@${people.ayu}> <@${people.eka}> <@${stranger}>`;
    const id = office.say('ayu', channelId, text);
    const told = (who: keyof typeof people) =>
      office.work.get(userScope(people[who]), 'mention', id);
    expect(told('budi')).toMatchObject({ channelId, authorId: people.ayu, at: office.now });
    expect(told('budi')?.position).toBe(
      office.work.get(channelScope(channelId), 'message', id)?.position,
    );
    expect(told('ayu')).toBeUndefined();
    // Eka is not in the channel: being named does not let her know of it.
    expect(told('eka')).toBeUndefined();
  });

  it('id_taken: an id belongs to one message', () => {
    const office = new Office();
    const channelId = office.channel();
    const id = office.say('ayu', channelId, 'Satu');
    const ran = office.do('ayu', 'message.send', plain(channelId, 'Dua'), id as string as OpId);
    expect(ran).toEqual({ refusal: { code: 'id_taken' }, wrote: [] });
  });

  it('not_found: a thread begins at a message of the channel, not at a reply or elsewhere', () => {
    const office = new Office();
    const channelId = office.channel();
    const reply = office.say('ayu', channelId, 'Dua', office.say('ayu', channelId, 'Satu'));
    const elsewhere = office.say('ayu', office.channel('private', 'gaji'), 'Rahasia');
    for (const rootId of [reply, elsewhere, nothing as MessageId]) {
      const ran = office.do('ayu', 'message.send', { ...plain(channelId), rootId });
      expect(ran).toEqual({ refusal: { code: 'not_found' }, wrote: [] });
    }
  });

  it('not_member, not_found, archived', () => {
    const office = new Office();
    const channelId = office.channel();
    const by = (who: 'ayu' | 'eka', id = channelId) =>
      office.do(who, 'message.send', plain(id)).refusal?.code;
    expect(by('eka')).toBe('not_member');
    expect(by('ayu', nothing)).toBe('not_found');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(by('ayu')).toBe('archived');
  });

  it('invalid: nothing to send, too long a text, a broadcast of what is no reply', () => {
    const channelId = nothing;
    const fits = (args: object) => messageSend.args.safeParse({ ...plain(channelId), ...args });
    expect(fits({}).success).toBe(true);
    expect(fits({ text: ' \n' }).success).toBe(false);
    expect(fits({ text: 'a'.repeat(MAX_TEXT) }).success).toBe(true);
    expect(fits({ text: 'a'.repeat(MAX_TEXT + 1) }).success).toBe(false);
    expect(fits({ broadcast: true }).success).toBe(false);
    const link = {
      type: 'link',
      url: 'https://x.id',
      title: '',
      text: '',
      mediaType: null,
      size: null,
    };
    expect(fits({ text: '', attachments: [link] }).success).toBe(true);
  });
});
