import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { channelId, opId } from '../../../../shared/domain/ids.ts';
import { registryScope } from '../../../../shared/domain/scope.ts';

/** As files are called that nobody named. */
const NAME = 'page.webp';
export const PAGE_PICTURE_TYPE = 'image/webp';

/**
 * The bytes of a page's picture are about to be kept: from here on they are found and deleted,
 * whatever becomes of the preview. The relay's own.
 */
export const pagePictureOpen = defineCommand({
  name: 'page-picture.open',
  args: z.strictObject({ channelId, fileId: opId }),
  lane: () => registryScope,
  needs: ({ fileId }) => [{ scope: registryScope, kind: 'upload', id: fileId }],
  run(work, args) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    if (work.get(registryScope, 'upload', args.fileId) !== undefined) return refuse('file_taken');
    work.put(registryScope, {
      ...{ kind: 'upload', id: args.fileId, ownerId: work.actor.userId, channelId: args.channelId },
      ...{ messageId: null, name: NAME, mediaType: PAGE_PICTURE_TYPE, size: 0, sha256: null },
      ...{ width: null, height: null, durationMs: null, preview: null },
      ...{ state: 'open', reason: null, at: work.now },
    });
    return undefined;
  },
});
