import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { pagePictureOpen } from '../../services/previews/commands/page-picture-open.ts';
import { previewSet } from '../../services/previews/commands/preview-set.ts';
import { bySystem } from '../../services/system-actor.ts';
import type { Office } from '../contract/office.ts';

/** What the relay does once it has a page's picture, which `https://a.id` names. */
export function pictured(o: Office, channelId: ChannelId, messageId: MessageId) {
  const fileId = o.op();
  const words = { url: 'https://a.id', title: 'Harga', text: '', site: 'a.id' };
  const size = { size: 9, width: 320, height: 168, durationMs: null, preview: null };
  const picture = {
    ...{ fileId, alt: 'Beras' },
    facts: { mediaType: 'image/webp', sha256: null, ...size },
  };
  const commands = [
    bySystem(pagePictureOpen, o.op(), { channelId, fileId }),
    bySystem(previewSet, o.op(), { channelId, messageId, place: 0, words, picture }),
  ];
  return { fileId, commands };
}
