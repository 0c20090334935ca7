import { describe, expect, it } from 'vitest';
import type { ChannelId, MessageId, OpId } from '../domain/ids.ts';
import type { File } from '../domain/kinds/file.ts';
import { channelScope, registryScope, userScope } from '../domain/scope.ts';
import { anId, nothing, Office, people } from '../testing/office.ts';
import type { ArgsOf } from './registry.ts';

/** Ayu and Budi in two channels; in the first Budi has said something. */
function twoPlaces() {
  const office = new Office();
  const [source, target] = [office.channel(), office.channel('private', 'gaji')];
  const messageId = office.say('budi', source, `Harga naik, <@${people.ayu}>`);
  const args = (more: Partial<ArgsOf<'message.forward'>> = {}): ArgsOf<'message.forward'> => ({
    ...{ channelId: target, from: { channelId: source, messageId }, text: '', files: [] },
    ...more,
  });
  const message = (id: string, channelId: ChannelId = target) =>
    office.work.get(channelScope(channelId), 'message', id);
  return { office, source, target, messageId, args, message };
}

describe('message.forward', () => {
  it('hands on what was said, with who said it, under words of its own', () => {
    const { office, source, messageId, args, message } = twoPlaces();
    const said = message(messageId, source)!;
    const id = office.did('ayu', 'message.forward', args({ text: 'Lihat ini' }));
    expect(message(id)).toMatchObject({
      ...{ authorId: people.ayu, text: 'Lihat ini', rootId: null, createdAt: office.now },
      forward: {
        ...{ channelId: source, messageId, authorId: people.budi },
        ...{ text: said.text, createdAt: said.createdAt },
      },
    });
  });

  it('calls those who are named in its own words, and nobody a second time', () => {
    const { office, target, args } = twoPlaces();
    const id = office.did('budi', 'message.forward', args());
    expect(office.work.get(userScope(people.ayu), 'mention', id)).toBeUndefined();
    const named = office.did('budi', 'message.forward', args({ text: `<@${people.ayu}>` }));
    const mention = office.work.get(userScope(people.ayu), 'mention', named);
    expect(mention).toMatchObject({ channelId: target, authorId: people.budi });
  });

  it('passes along what itself was only handed on, and quotes it below words', () => {
    const { office, source, target, messageId, args, message } = twoPlaces();
    const bare = office.did('ayu', 'message.forward', args()) as MessageId;
    const from = { channelId: target, messageId: bare };
    const again = office.did('ayu', 'message.forward', args({ channelId: source, from }));
    expect(message(again, source)?.forward).toMatchObject({ channelId: source, messageId });
    const worded = office.did('ayu', 'message.forward', args({ text: 'Lihat' })) as MessageId;
    const third = args({ channelId: source, from: { channelId: target, messageId: worded } });
    expect(message(office.did('ayu', 'message.forward', third), source)?.forward).toMatchObject({
      ...{
        authorId: people.ayu,
        text: `Lihat\n\n> <@${people.budi}>:\n> Harga naik, <@${people.ayu}>`,
      },
    });
  });

  it('not_member, archived: only from where one may read, and into where one may write', () => {
    const { office, source, target, args } = twoPlaces();
    const by = (who: 'ayu' | 'budi' | 'citra', more: Partial<ArgsOf<'message.forward'>> = {}) =>
      office.do(who, 'message.forward', args(more)).refusal?.code;
    expect(by('citra', { channelId: target })).toBe('not_member');
    office.did('citra', 'channel.join', { channelId: source });
    expect(by('citra')).toBe('not_member');
    const own = office.channel('public', 'toko');
    office.did('budi', 'channel.leave', { channelId: source });
    expect(by('budi', { channelId: own })).toBe('not_member');
    office.did('ayu', 'channel.archive', { channelId: source, archived: true });
    expect(by('ayu')).toBeUndefined();
    office.did('ayu', 'channel.archive', { channelId: target, archived: true });
    expect(by('ayu')).toBe('archived');
  });

  it('not_found, deleted, forbidden: there must be something to hand on', () => {
    const { office, source, messageId, args } = twoPlaces();
    const of = (id: MessageId) =>
      office.do('ayu', 'message.forward', args({ from: { channelId: source, messageId: id } }))
        .refusal?.code;
    expect(of(nothing)).toBe('not_found');
    const told = office.work.all(channelScope(source), 'message').find((m) => m.system !== null);
    expect(of(told!.id as MessageId)).toBe('forbidden');
    office.did('budi', 'message.delete', { channelId: source, messageId });
    expect(of(messageId)).toBe('deleted');
  });

  it('stays when the first one goes, and leaves nothing when it goes itself', () => {
    const { office, source, target, messageId, args, message } = twoPlaces();
    const id = office.did('ayu', 'message.forward', args()) as MessageId;
    office.did('budi', 'message.delete', { channelId: source, messageId });
    expect(message(id)?.forward?.text).toContain('Harga naik');
    office.did('ayu', 'message.delete', { channelId: target, messageId: id });
    expect(message(id)?.forward).toBeUndefined();
  });
});

describe('the files of a message that is handed on', () => {
  const [photo, list] = [anId(0xf11e) as OpId, anId(0xf11f) as OpId];
  const copy = anId(0xc09e) as OpId;
  const facts = {
    ...{ mediaType: 'image/png', size: 901, sha256: 'b'.repeat(64), width: 40, height: 30 },
    ...{ durationMs: null, preview: { width: 40, height: 30 } },
  };

  function withFile(state: File['state']) {
    const places = twoPlaces();
    const { office, source } = places;
    const file = { type: 'file', id: photo, name: 'gudang.png', mediaType: '', size: 900 } as const;
    const said = { channelId: source, rootId: null, broadcast: false, text: '' };
    const attachments = [file, { ...file, id: list, name: 'daftar.csv' }];
    const messageId = office.did('budi', 'message.send', { ...said, attachments }) as MessageId;
    const scope = channelScope(source);
    const row = office.work.get(scope, 'file', photo)!;
    office.work.put(scope, { ...row, ...(state === 'ready' ? facts : {}), state });
    const from = { channelId: source, messageId };
    const forward = (files = [{ of: photo, id: copy }]) =>
      office.do('ayu', 'message.forward', places.args({ from, files }));
    return { ...places, forward };
  }

  it('go along under the ids that were given them, and wait for the relay to copy their bytes', () => {
    const { office, target, forward, message } = withFile('ready');
    expect(forward().refusal).toBeUndefined();
    const [attachment, ...others] = message(office.lastOp)!.attachments;
    expect(attachment).toMatchObject({ type: 'file', id: copy, name: 'gudang.png', size: 901 });
    expect(others).toEqual([]);
    expect(office.work.get(channelScope(target), 'file', copy)).toMatchObject({
      ...{ messageId: office.lastOp, ownerId: people.ayu, state: 'waiting', preview: null },
    });
    expect(office.work.get(registryScope, 'upload', copy)).toMatchObject({
      ...{ channelId: target, ownerId: people.ayu, state: 'open', copyOf: photo, ...facts },
    });
  });

  it('file_waiting, file_taken: its bytes must be there, and the id nobody else’s', () => {
    expect(withFile('waiting').forward().refusal?.code).toBe('file_waiting');
    const { forward } = withFile('ready');
    forward();
    expect(forward().refusal?.code).toBe('file_taken');
  });

  it('stay behind where the relay had refused them', () => {
    const { office, forward, message } = withFile('refused');
    expect(forward().refusal).toBeUndefined();
    expect(message(office.lastOp)?.attachments).toEqual([]);
  });
});
