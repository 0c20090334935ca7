import { describe, expect, it } from 'vitest';
import type { ChannelId, MessageId, OpId } from '../domain/ids.ts';
import type { FileAttachment } from '../domain/kinds/message.ts';
import { channelScope, registryScope } from '../domain/scope.ts';
import { anId, Office, people } from '../testing/office.ts';
import type { NewRow } from './command.ts';
import { messageSend } from './message-send.ts';

const fileId = anId(0xf11e) as OpId;
const photo: FileAttachment = {
  ...{ type: 'file', id: fileId, name: 'gudang.jpg', mediaType: 'image/jpeg', size: 900 },
};
const withFiles = (channelId: ChannelId, ...attachments: FileAttachment[]) => ({
  ...{ channelId, rootId: null, broadcast: false, text: '', attachments },
});

/** As it is when its bytes came before the message. */
const done = (channelId: ChannelId, change: Partial<NewRow<'upload'>> = {}): NewRow<'upload'> => ({
  ...{ kind: 'upload', id: fileId, ownerId: people.ayu, channelId, messageId: null },
  ...{ name: 'gudang.jpg', mediaType: 'image/webp', size: 901, sha256: 'b'.repeat(64) },
  ...{ width: 40, height: 30, durationMs: null, preview: { width: 40, height: 30 } },
  ...{ state: 'done', reason: null, at: 5 },
  ...change,
});

describe('the files of a message', () => {
  it('wait for their bytes, and are claimed for their owner', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.did('ayu', 'message.send', withFiles(channelId, photo));
    expect(office.work.get(channelScope(channelId), 'file', fileId)).toMatchObject({
      ...{ messageId, ownerId: people.ayu, name: 'gudang.jpg', state: 'waiting', size: 900 },
      ...{ mediaType: 'image/jpeg', sha256: null, preview: null, createdAt: office.now },
    });
    expect(office.work.get(registryScope, 'upload', fileId)).toMatchObject({
      ...{ messageId, ownerId: people.ayu, channelId, state: 'open', at: office.now },
    });
  });

  it('are ready at once where their bytes came first, with what the relay found in them', () => {
    const office = new Office();
    const channelId = office.channel();
    office.work.put(registryScope, done(channelId));
    office.did('ayu', 'message.send', withFiles(channelId, photo));
    expect(office.work.get(channelScope(channelId), 'file', fileId)).toMatchObject({
      ...{ state: 'ready', mediaType: 'image/webp', size: 901, sha256: 'b'.repeat(64) },
      ...{ width: 40, height: 30, preview: { width: 40, height: 30 }, reason: null },
    });
  });

  it('have the length that their owner measured, where they have one, whenever their bytes came', () => {
    const lengthOf = (mediaType: string, before?: Partial<NewRow<'upload'>>): unknown => {
      const office = new Office();
      const channelId = office.channel();
      if (before !== undefined) office.work.put(registryScope, done(channelId, before));
      const voice = { ...photo, mediaType, durationMs: 61_000 };
      office.did('ayu', 'message.send', withFiles(channelId, voice));
      return office.work.get(channelScope(channelId), 'file', fileId)?.durationMs;
    };
    expect(lengthOf('audio/webm')).toBe(61_000);
    expect(lengthOf('image/png')).toBe(null);
    expect(lengthOf('audio/webm', { mediaType: 'audio/webm' })).toBe(61_000);
    expect(lengthOf('audio/webm', { mediaType: 'text/plain' })).toBe(null);
  });

  it('are refused where their bytes were', () => {
    const office = new Office();
    const channelId = office.channel();
    const refused = { state: 'refused', reason: 'type_blocked' } as const;
    office.work.put(registryScope, done(channelId, refused));
    office.did('ayu', 'message.send', withFiles(channelId, photo));
    expect(office.work.get(channelScope(channelId), 'file', fileId)).toMatchObject(refused);
  });

  it("file_taken: another's, of another channel, another message's, a deleted message's", () => {
    const others = (channelId: ChannelId): Partial<NewRow<'upload'>>[] => [
      { ownerId: people.budi },
      { channelId: anId(0xabc) },
      { messageId: anId(0xabd) },
      { state: 'gone' },
      { channelId, messageId: anId(0xabe), state: 'open' },
    ];
    for (const [n] of others('' as ChannelId).entries()) {
      const office = new Office();
      const channelId = office.channel();
      office.work.put(registryScope, done(channelId, others(channelId)[n]));
      const ran = office.do('ayu', 'message.send', withFiles(channelId, photo));
      expect(ran).toEqual({ refusal: { code: 'file_taken' }, wrote: [] });
    }
  });

  it('file_taken: on a client, which knows no uploads, by the row of the other message', () => {
    const office = new Office();
    const channelId = office.channel();
    office.work.put(channelScope(channelId), {
      ...{ kind: 'file', id: fileId, messageId: anId(0xabc), ownerId: people.ayu, name: 'a' },
      ...{ mediaType: '', size: 1, sha256: null, width: null, height: null, durationMs: null },
      ...{ preview: null, state: 'waiting', reason: null, createdAt: 1 },
    });
    const ran = office.do('ayu', 'message.send', withFiles(channelId, photo));
    expect(ran.refusal?.code).toBe('file_taken');
  });

  it('go with their message, and their bytes are marked to go too', () => {
    const office = new Office();
    const channelId = office.channel();
    const args = withFiles(channelId, photo);
    const messageId = office.did('ayu', 'message.send', args) as MessageId;
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.work.isTombstone(channelScope(channelId), 'file', fileId)).toBe(true);
    expect(office.work.get(registryScope, 'upload', fileId)?.state).toBe('gone');
    expect(office.do('ayu', 'message.send', args).refusal?.code).toBe('file_taken');
  });

  it('stay when the text is edited', () => {
    const office = new Office();
    const channelId = office.channel();
    const messageId = office.did('ayu', 'message.send', withFiles(channelId, photo)) as MessageId;
    const edit = { channelId, messageId, base: messageId, text: 'Gudang hari ini' };
    const ran = office.do('ayu', 'message.edit', edit);
    expect(ran.wrote.map(({ row }) => row.kind)).toEqual(['revision', 'message']);
    const scope = channelScope(channelId);
    expect(office.work.get(scope, 'message', messageId)?.attachments).toEqual([photo]);
  });

  it('invalid: a path for a name, an id that no client makes, the same file twice', () => {
    const office = new Office();
    const channelId = office.channel();
    const fits = (...files: object[]) =>
      messageSend.args.safeParse(withFiles(channelId, ...(files as FileAttachment[]))).success;
    expect(fits(photo)).toBe(true);
    expect(fits({ ...photo, name: '../a' })).toBe(false);
    expect(fits({ ...photo, id: 'd0956f90-cbb2-8851-8566-332e42d14fbe' })).toBe(false);
    expect(fits({ ...photo, size: -1 })).toBe(false);
    expect(fits(photo, photo)).toBe(false);
  });
});
