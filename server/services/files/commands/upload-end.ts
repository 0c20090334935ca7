import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { opId } from '../../../../shared/domain/ids.ts';
import { registryScope } from '../../../../shared/domain/scope.ts';

const args = z.strictObject({ fileId: opId });

/** Gives up an upload that no message has taken: from here on none will. The relay's own command. */
export const uploadDrop = defineCommand({
  name: 'upload.drop',
  args,
  lane: () => registryScope,
  needs: ({ fileId }) => [{ scope: registryScope, kind: 'upload', id: fileId }],
  run(work, { fileId }) {
    const upload = work.get(registryScope, 'upload', fileId);
    if (upload === undefined) return refuse('not_found');
    const { role, userId } = work.actor;
    if (role !== 'system' && upload.ownerId !== userId) return refuse('not_found');
    if (upload.state === 'gone') return undefined;
    if (upload.messageId !== null) return refuse('forbidden');
    work.put(registryScope, { ...upload, state: 'gone', at: work.now });
    return undefined;
  },
});

/** The bytes of what is gone are deleted, and so may be the word of them. The relay's own command. */
export const uploadForget = defineCommand({
  name: 'upload.forget',
  args,
  lane: () => registryScope,
  needs: ({ fileId }) => [{ scope: registryScope, kind: 'upload', id: fileId }],
  run(work, { fileId }) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const upload = work.get(registryScope, 'upload', fileId);
    if (upload?.state === 'gone') work.remove(registryScope, 'upload', fileId);
    return undefined;
  },
});
