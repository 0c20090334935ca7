import type { ChannelId } from '../domain/ids.ts';
import { hasLength, type FileFacts } from '../domain/kinds/file.ts';
import type { Attachment, FileAttachment } from '../domain/kinds/message.ts';
import type { Upload } from '../domain/kinds/upload.ts';
import type { Refusal } from '../domain/refusal.ts';
import { channelScope, registryScope } from '../domain/scope.ts';
import { refuse, type Key, type NewRow, type Work } from './command.ts';

const filesOf = (attachments: readonly Attachment[]): FileAttachment[] =>
  attachments.filter((one) => one.type === 'file');

export const eachFileOnce = (attachments: readonly Attachment[]): boolean => {
  const ids = filesOf(attachments).map(({ id }) => id);
  return new Set(ids).size === ids.length;
};

/** What `attachFiles` and `detachFiles` read and write. */
export const attachKeys = (id: ChannelId, attachments: readonly Attachment[]): Key[] =>
  filesOf(attachments).flatMap((one) => fileKeys(id, one.id));

export const fileKeys = (channelId: ChannelId, id: string): Key[] => [
  { scope: channelScope(channelId), kind: 'file', id },
  { scope: registryScope, kind: 'upload', id },
];

/**
 * Gives the message of this command its files. Bytes that are on the relay already are ready at
 * once; the others follow (a client, which knows of no upload, says so of all of them). From here
 * on the id is this message's and this person's: nobody else sends bytes for it.
 */
export function attachFiles(
  work: Work,
  channelId: ChannelId,
  attachments: readonly Attachment[],
): Refusal | undefined {
  const scope = channelScope(channelId);
  const ownerId = work.actor.userId;
  for (const one of filesOf(attachments)) {
    const before = work.get(registryScope, 'upload', one.id);
    const mine = before === undefined || isFree(before, ownerId, channelId);
    if (!mine || work.get(scope, 'file', one.id) !== undefined) return refuse('file_taken');
    const facts = before?.state === 'done' ? factsOf(before) : believed(one);
    const durationMs = hasLength(facts.mediaType) ? (one.durationMs ?? null) : null;
    work.put(registryScope, {
      ...{ kind: 'upload', id: one.id, ownerId, channelId, messageId: work.op, name: one.name },
      ...(before === undefined ? believed(one) : factsOf(before)),
      ...{
        durationMs,
        state: before?.state ?? 'open',
        reason: before?.reason ?? null,
        at: work.now,
      },
    });
    work.put(scope, {
      ...{ kind: 'file', id: one.id, messageId: work.op, ownerId, name: one.name, ...facts },
      ...{ durationMs },
      state: fileStates[before?.state ?? 'open'],
      ...{ reason: before?.reason ?? null, createdAt: work.now },
    });
  }
  return undefined;
}

/**
 * Gives the message of this command a file that another one has; the relay copies its bytes.
 * Undefined: there are none, and never will be.
 */
export function copyFile(
  work: Work,
  way: { readonly from: ChannelId; readonly to: ChannelId },
  one: FileAttachment,
  id: FileAttachment['id'],
): FileAttachment | Refusal | undefined {
  const source = work.get(channelScope(way.from), 'file', one.id);
  if (source?.state === 'refused') return undefined;
  if (source?.state !== 'ready') return refuse('file_waiting');
  const scope = channelScope(way.to);
  const before = work.get(scope, 'file', id) ?? work.get(registryScope, 'upload', id);
  if (before !== undefined) return refuse('file_taken');
  const { mediaType, size } = source;
  const copy = { ...one, id, mediaType, size };
  const whose = { ownerId: work.actor.userId, messageId: work.op, name: one.name };
  work.put(registryScope, {
    ...{ kind: 'upload', id, channelId: way.to, ...whose, ...factsOf(source) },
    ...{ state: 'open', reason: null, copyOf: one.id, at: work.now },
  });
  work.put(scope, {
    ...{ kind: 'file', id, ...whose, ...believed(copy) },
    ...{ state: 'waiting', reason: null, createdAt: work.now },
  });
  return copy;
}

/** Takes a message's files away, and leaves word that their bytes are to go. */
export function detachFiles(
  work: Work,
  channelId: ChannelId,
  attachments: readonly Attachment[],
): void {
  for (const { id } of filesOf(attachments)) detachFile(work, channelId, id);
}

export function detachFile(work: Work, channelId: ChannelId, id: string): void {
  work.remove(channelScope(channelId), 'file', id);
  const upload = work.get(registryScope, 'upload', id);
  if (upload !== undefined) work.put(registryScope, { ...upload, state: 'gone', at: work.now });
}

const isFree = (upload: Upload, ownerId: string, channelId: string): boolean =>
  upload.ownerId === ownerId &&
  upload.channelId === channelId &&
  upload.messageId === null &&
  upload.state !== 'gone';

const fileStates = { open: 'waiting', done: 'ready', refused: 'refused', gone: 'refused' } as const;

const believed = ({ mediaType, size }: FileAttachment): FileFacts => ({
  ...{ mediaType, size, sha256: null, width: null, height: null },
  ...{ durationMs: null, preview: null },
});

export const factsOf = (row: NewRow<'upload'> | NewRow<'file'>): FileFacts => ({
  ...{ mediaType: row.mediaType, size: row.size, sha256: row.sha256 },
  ...{ width: row.width, height: row.height, durationMs: row.durationMs, preview: row.preview },
});
