import { useMemo, useState } from 'react';
import { useLivePick } from '../../app/core/use-live.ts';
import { useRoutePick } from '../../app/router/router.ts';
import { useFormat } from '../../i18n/words-context.tsx';
import { isUnread, sectionsOf, type Kept, type Section } from './sections.ts';

/** The sections as they are drawn, and what is open. */
export function useSections(): { sections: readonly Section[] | undefined; open: string | null } {
  const format = useFormat();
  const open = useRoutePick(({ place }) => (place.at === 'channel' ? place.channelId : null));
  const channels = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.channels);
  const owned = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.sections);
  const kept = useKept(
    open,
    channels?.find((channel) => channel.id === open && isUnread(channel)),
  );
  const sections = useMemo(
    () =>
      channels === undefined ? undefined : sectionsOf(channels, open, kept, format.compare, owned),
    [channels, open, kept, format, owned],
  );
  return { sections, open };
}

/** What was unread when it was opened, until something else is. */
function useKept(
  open: string | null,
  unread: { id: string; mentions: number } | undefined,
): Kept | null {
  const [kept, keep] = useState<Kept | null>(null);
  const before = kept?.id === open ? kept : null;
  const named = unread !== undefined && unread.mentions > 0;
  const changed = unread !== undefined && (before === null || (named && !before.named));
  const next = changed ? { id: unread.id, named } : before;
  if (next !== kept) keep(next);
  return next;
}
