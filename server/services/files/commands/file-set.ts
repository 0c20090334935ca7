import { z } from 'zod';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { channelId, opId } from '../../../../shared/domain/ids.ts';
import { fileFacts, fileRefusals, hasLength } from '../../../../shared/domain/kinds/file.ts';
import { channelScope, registryScope } from '../../../../shared/domain/scope.ts';

/**
 * What became of a file's bytes: they are here, with what the relay found in them, or they are
 * not wanted. The relay's own command. A file that was deleted meanwhile stays so.
 */
export const fileSet = defineCommand({
  name: 'file.set',
  args: z.strictObject({
    channelId,
    fileId: opId,
    outcome: z.union([
      z.strictObject({ facts: z.strictObject(fileFacts) }),
      z.strictObject({ reason: z.enum(fileRefusals) }),
    ]),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args) => [
    { scope: channelScope(args.channelId), kind: 'file', id: args.fileId },
    { scope: registryScope, kind: 'upload', id: args.fileId },
  ],
  run(work, { channelId: channel, fileId, outcome }) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    const scope = channelScope(channel);
    const upload = work.get(registryScope, 'upload', fileId);
    if (upload === undefined || upload.state === 'gone') return refuse('deleted');
    const file = work.get(scope, 'file', fileId);
    if ('facts' in outcome) {
      const { facts } = outcome;
      // Nothing here measures: what the owner's client told stands, where it can be.
      const durationMs = hasLength(facts.mediaType)
        ? (facts.durationMs ?? upload.durationMs)
        : null;
      const found = { ...facts, durationMs, reason: null };
      work.put(registryScope, { ...upload, ...found, state: 'done', at: work.now });
      if (file !== undefined) work.put(scope, { ...file, ...found, state: 'ready' });
    } else {
      const { reason } = outcome;
      work.put(registryScope, { ...upload, reason, state: 'refused', at: work.now });
      if (file !== undefined) work.put(scope, { ...file, reason, state: 'refused' });
    }
    return undefined;
  },
});
