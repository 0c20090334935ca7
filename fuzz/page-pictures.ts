import type { CommandRunner } from '../server/services/commands/runner.ts';
import { uploadDrop, uploadForget } from '../server/services/files/commands/upload-end.ts';
import { pagePictureOpen } from '../server/services/previews/commands/page-picture-open.ts';
import type { KeptPicture } from '../server/services/previews/commands/preview-set.ts';
import type { PagePictures } from '../server/services/previews/page-pictures.ts';
import { bySystem } from '../server/services/system-actor.ts';
import type { OpId } from '../shared/domain/ids.ts';

export const picture = (fileId: OpId): KeptPicture => ({
  ...{ fileId, alt: '' },
  facts: {
    ...{ mediaType: 'image/webp', size: 9, sha256: '0'.repeat(64), width: 320, height: 168 },
    ...{ durationMs: null, preview: null },
  },
});

/** Pictures of pages as rows, which is what can go wrong here; nobody looks at their bytes. */
export const namedPictures = (
  submit: CommandRunner['submit'],
  newId: () => OpId,
): Pick<PagePictures, 'keep' | 'giveUp'> => ({
  async keep(channelId) {
    const fileId = newId();
    const opened = await submit(bySystem(pagePictureOpen, newId(), { channelId, fileId }));
    return opened.ok ? picture(fileId) : undefined;
  },
  async giveUp(id) {
    const fileId = id as OpId;
    await submit(bySystem(uploadDrop, newId(), { fileId }));
    await submit(bySystem(uploadForget, newId(), { fileId }));
  },
});
