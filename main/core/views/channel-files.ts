import { fileGroup, type FileGroup } from '../../../shared/domain/file-group.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { File } from '../../../shared/domain/kinds/file.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import type { ChannelFiles } from '../../../shared/rpc/list-views.ts';
import type { Cache } from '../cache/cache.ts';
import { fileView } from './file-view.ts';
import type { People } from './people.ts';

interface Asked {
  channelId: ChannelId;
  type: FileGroup | null;
  before: string | null;
  limit: number;
}

/** A channel's files, without the pictures of pages, newest first: the ids are made when a file is attached, so they rise with time. */
export function channelFiles(
  { cache, people }: { cache: Cache; people: People },
  { channelId, type, before, limit }: Asked,
): ChannelFiles {
  const scope = channelScope(channelId);
  const scopeId = cache.scopes.knownId(scope);
  const files: FileView[] = [];
  const fits = (row: File): boolean => type === null || fileGroup(row.mediaType) === type;
  if (before === null) {
    const unsent = [...cache.overlay.layer(scope, 'file')].flatMap(([, row]) => row ?? []);
    for (const row of unsent.filter(fits).sort((a, b) => (a.id < b.id ? 1 : -1))) {
      files.push(fileView(channelId, row));
    }
  }
  let more = false;
  for (const row of confirmed(cache, scopeId, before)) {
    const shown = cache.overlay.shown(scope, 'file', row.id);
    // What waits stands above; what is about to be deleted does not stand here any more.
    if (shown !== undefined || !fits(row)) continue;
    if (files.length >= limit) {
      more = true;
      break;
    }
    files.push(fileView(channelId, row));
  }
  return {
    files,
    more,
    complete: scopeId === undefined || cache.scopes.holes(scopeId).length === 0,
    people: people.views(new Set(files.map(({ ownerId }) => ownerId))),
  };
}

function* confirmed(
  cache: Cache,
  scopeId: number | undefined,
  before: string | null,
): Generator<File> {
  if (scopeId === undefined) return;
  const rows = cache.db
    .prepare<[number, string], { json: string }>(
      `SELECT json FROM rows WHERE scope_id = ? AND kind = 'file' AND id < ? AND json IS NOT NULL
         AND json ->> 'ofPage' IS NULL
       ORDER BY id DESC`,
    )
    .iterate(scopeId, before ?? 'g');
  for (const { json } of rows) yield JSON.parse(json) as File;
}
