import {
  accessKeys,
  enter,
  enterToWrite,
  isRefusal,
} from '../../../../shared/commands/channel-access.ts';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import { channelScope, registryScope } from '../../../../shared/domain/scope.ts';
import { uploadRequest } from '../../../../shared/protocol/http.ts';

/**
 * Somebody is about to send the bytes of a file. The relay's own command, run as that person:
 * whoever may write in the channel, for a file that is nobody else's.
 */
export const uploadOpen = defineCommand({
  name: 'upload.open',
  args: uploadRequest,
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    { scope: channelScope(args.channelId), kind: 'file', id: args.id },
    { scope: registryScope, kind: 'upload', id: args.id },
  ],
  run(work, args) {
    const { id, channelId, name, mediaType, size, sha256 } = args;
    const ownerId = work.actor.userId;
    const scope = channelScope(channelId);
    const before = work.get(registryScope, 'upload', id);
    const file = work.get(scope, 'file', id);
    // The bytes of a message that was sent may follow it into an archive.
    const access = before === undefined ? enterToWrite(work, channelId) : enter(work, channelId);
    if (isRefusal(access)) return access;
    if (before === undefined && file !== undefined) return refuse('file_taken');
    if (before !== undefined) {
      if (before.ownerId !== ownerId || before.channelId !== channelId) return refuse('file_taken');
      // What is handed on has the bytes that it had, and no others.
      if (before.state === 'gone' || before.copyOf !== undefined) return refuse('file_taken');
      if (before.state === 'done')
        return before.sha256 === sha256 ? undefined : refuse('file_taken');
    }
    work.put(registryScope, {
      ...{ kind: 'upload', id, ownerId, channelId, messageId: before?.messageId ?? null },
      ...{ name, mediaType, size, sha256, width: null, height: null, durationMs: null },
      ...{ preview: null, state: 'open', reason: null, at: work.now },
    });
    if (file?.state === 'refused') {
      work.put(scope, { ...file, state: 'waiting', reason: null, mediaType, size });
    }
    return undefined;
  },
});
