import type { HoleView, MessagePage } from '../../../../shared/rpc/views.ts';
import { isUnsent } from './unsent.ts';

const holesOf = (...lists: readonly (readonly HoleView[])[]): HoleView[] => {
  const byPlace = new Map<string, HoleView>();
  for (const hole of lists.flat()) byPlace.set(`${hole.after}-${hole.before}`, hole);
  return [...byPlace.values()].sort((a, b) => a.before - b.before);
};

/**
 * Two pages of one channel that follow one another, as one. What both hold is taken from the
 * newer answer: `fresh` names it.
 */
export function joinPages(
  older: MessagePage,
  newer: MessagePage,
  fresh: 'older' | 'newer',
): MessagePage {
  const seen = new Set((fresh === 'older' ? older : newer).messages.map((one) => one.id));
  const rest = (fresh === 'older' ? newer : older).messages.filter((one) => !seen.has(one.id));
  const messages = fresh === 'older' ? [...older.messages, ...rest] : [...rest, ...newer.messages];
  return {
    channelId: newer.channelId,
    messages,
    holes: holesOf(older.holes, newer.holes),
    atOldest: older.atOldest,
    atNewest: newer.atNewest,
    lastHere: newer.lastHere,
    unreadAfter: (fresh === 'older' ? older : newer).unreadAfter,
    people: { ...older.people, ...newer.people },
    channels: { ...older.channels, ...newer.channels },
  };
}

/** A part of a page by index, [from, to). */
export function partOfPage(page: MessagePage, from: number, to: number): MessagePage {
  const start = Math.max(0, from);
  const end = Math.min(page.messages.length, to);
  if (start === 0 && end === page.messages.length) return page;
  const messages = page.messages.slice(start, end);
  const first = messages[0]?.position ?? 0;
  const last = messages.findLast((one) => !isUnsent(one))?.position ?? 0;
  return {
    ...page,
    messages,
    holes: page.holes.filter(
      (hole) =>
        (start === 0 || hole.before > first) && (end === page.messages.length || hole.after < last),
    ),
    atOldest: page.atOldest && start === 0,
    atNewest: page.atNewest && end === page.messages.length,
    lastHere: page.lastHere && end === page.messages.length,
  };
}
