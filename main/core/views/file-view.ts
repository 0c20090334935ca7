import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { File } from '../../../shared/domain/kinds/file.ts';
import type { FileAttachment, Message } from '../../../shared/domain/kinds/message.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import type { Cache } from '../cache/cache.ts';

/** A message's files, in its order. */
export function filesOf(cache: Cache, channelId: string, message: Message): FileView[] {
  if (message.deletedAt !== null) return [];
  const scope = channelScope(channelId as ChannelId);
  return message.attachments.flatMap((one) => {
    if (one.type !== 'file') return [];
    const row = cache.overlay.get(scope, 'file', one.id);
    // The relay names the channel's file with the message; until then its owner's word counts.
    return [row === undefined ? believed(channelId, message, one) : fileView(channelId, row, one)];
  });
}

/** `told`: what the message says of it, where the row does not know yet. */
export const fileView = (channelId: string, row: File, told?: FileAttachment): FileView => ({
  ...{ id: row.id, channelId, messageId: row.messageId, ownerId: row.ownerId, name: row.name },
  ...{ mediaType: row.mediaType, size: row.size, state: row.state, reason: row.reason },
  width: row.width ?? told?.width ?? null,
  height: row.height ?? told?.height ?? null,
  durationMs: row.durationMs ?? told?.durationMs ?? null,
  ...{ preview: row.preview !== null, createdAt: row.createdAt },
});

const believed = (channelId: string, message: Message, one: FileAttachment): FileView => ({
  ...{ id: one.id, channelId, messageId: message.id, ownerId: message.authorId, name: one.name },
  ...{ mediaType: one.mediaType, size: one.size, state: 'waiting', reason: null },
  ...{ width: one.width ?? null, height: one.height ?? null, preview: false },
  ...{ durationMs: one.durationMs ?? null, createdAt: message.createdAt },
});
