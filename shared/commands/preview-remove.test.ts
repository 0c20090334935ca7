import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { previewId } from '../domain/kinds/preview.ts';
import { channelScope } from '../domain/scope.ts';
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
