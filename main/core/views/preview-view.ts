import type { Message } from '../../../shared/domain/kinds/message.ts';
import { MAX_PREVIEWS, previewId } from '../../../shared/domain/kinds/preview.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { PreviewView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';

/** What the pages say of themselves that a message links to, in its order. */
export function previewsOf({ overlay }: Cache, scope: Scope, message: Message): PreviewView[] {
  // Most messages link to nothing, and are not asked about.
  if (message.deletedAt !== null || !message.text.includes('https://')) return [];
  return Array.from({ length: MAX_PREVIEWS }, (_, place) => place).flatMap((place) => {
    const row = overlay.get(scope, 'preview', previewId(message.id, place));
    if (row === undefined) return [];
    const { url, title, text, site, picture = null } = row;
    return [{ place, url, title, text, site, picture }];
  });
}
