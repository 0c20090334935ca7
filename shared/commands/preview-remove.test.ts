import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { previewId } from '../domain/kinds/preview.ts';
import { channelScope, registryScope } from '../domain/scope.ts';
import { nothing, Office } from '../testing/office.ts';

function linked() {
  const office = new Office();
  const channelId = office.channel();
  const scope = channelScope(channelId);
  const messageId = office.say('budi', channelId, 'https://a.id dan https://b.id');
  for (const [place, url] of ['https://a.id', 'https://b.id'].entries()) {
    office.work.put(scope, {
      ...{ kind: 'preview', id: previewId(messageId, place), messageId, url },
      ...{ title: 'Judul', text: '', site: 'a.id', at: 1 },
    });
  }
  const urls = () => office.work.all(scope, 'preview').map(({ url }) => url);
  return { office, channelId, messageId, urls };
}

describe('preview.remove', () => {
  it('takes one away, and finds its wish fulfilled the second time', () => {
    const { office, channelId, messageId, urls } = linked();
    office.did('budi', 'preview.remove', { channelId, messageId, place: 0 });
    expect(urls()).toEqual(['https://b.id']);
    const again = office.do('budi', 'preview.remove', { channelId, messageId, place: 0 });
    expect(again).toEqual({ refusal: undefined, wrote: [] });
  });

  it('forbidden, not_member, not_found: as for deleting the message', () => {
    const { office, channelId, messageId } = linked();
    const by = (who: 'ayu' | 'budi' | 'citra' | 'eka', args: object = {}) =>
      office.do(who, 'preview.remove', { channelId, messageId, place: 0, ...args }).refusal?.code;
    const ofAyu = office.say('ayu', channelId, 'https://a.id');
    expect(by('budi', { messageId: ofAyu })).toBe('forbidden');
    expect(by('eka')).toBe('not_member');
    expect(by('budi', { messageId: nothing as MessageId })).toBe('not_found');
    // The channel's owner, who may delete the message too.
    expect(by('ayu')).toBeUndefined();
  });
});

describe('the picture of a page', () => {
  const fileId = '01990000-0000-7000-8000-00000000f00d';

  function pictured() {
    const on = linked();
    const { office, channelId, messageId } = on;
    const scope = channelScope(channelId);
    const facts = { mediaType: 'image/webp', size: 9, sha256: null, width: 320, height: 168 };
    const rest = { durationMs: null, preview: null, reason: null };
    const whose = { id: fileId, messageId, ownerId: nothing, name: 'page.webp', ...facts, ...rest };
    office.work.put(registryScope, {
      ...{ kind: 'upload', channelId, state: 'done', at: 1, ...whose },
    });
    office.work.put(scope, {
      ...{ kind: 'file', state: 'ready', ofPage: true, createdAt: 1, ...whose },
    });
    const preview = office.work.get(scope, 'preview', previewId(messageId, 0))!;
    office.work.put(scope, { ...preview, picture: { fileId, alt: '' } });
    const left = () => ({
      file: office.work.get(scope, 'file', fileId) !== undefined,
      upload: office.work.get(registryScope, 'upload', fileId)?.state,
    });
    return { ...on, left };
  }

  it('goes with its preview, and leaves word that its bytes are to go', () => {
    const { office, channelId, messageId, left } = pictured();
    office.did('budi', 'preview.remove', { channelId, messageId, place: 1 });
    expect(left()).toEqual({ file: true, upload: 'done' });
    office.did('budi', 'preview.remove', { channelId, messageId, place: 0 });
    expect(left()).toEqual({ file: false, upload: 'gone' });
  });

  it('goes with the message, and with its link', () => {
    const deleted = pictured();
    const { channelId, messageId } = deleted;
    deleted.office.did('budi', 'message.delete', { channelId, messageId });
    expect(deleted.left()).toEqual({ file: false, upload: 'gone' });
    const edited = pictured();
    const edit = { channelId: edited.channelId, messageId: edited.messageId };
    const text = (rest: string) => ({ ...edit, base: edited.messageId, text: rest });
    edited.office.did('budi', 'message.edit', text('hanya https://b.id'));
    expect(edited.left()).toEqual({ file: false, upload: 'gone' });
  });
});

describe('the previews of a message', () => {
  it('go with it', () => {
    const { office, channelId, messageId, urls } = linked();
    office.did('budi', 'message.delete', { channelId, messageId });
    expect(urls()).toEqual([]);
  });

  it('go with their links when it is edited', () => {
    const { office, channelId, messageId, urls } = linked();
    const edit = { channelId, messageId, base: messageId, text: 'hanya https://b.id' };
    office.did('budi', 'message.edit', edit);
    expect(urls()).toEqual(['https://b.id']);
  });
});
