import type { SidebarChannel } from '../../../shared/rpc/views.ts';
import { isUnread, type Section } from './sections.ts';

/** The next conversation in the sidebar's order, round its ends; undefined where there is none. */
export function neighbour(
  sections: readonly Section[],
  open: string | null,
  by: 1 | -1,
  unreadOnly: boolean,
): string | undefined {
  const order: readonly SidebarChannel[] = sections.flatMap((section) => section.channels);
  const start = order.findIndex((channel) => channel.id === open);
  for (let step = 1; step <= order.length; step++) {
    const from = start < 0 && by < 0 ? 0 : start;
    const at = (from + by * step + order.length * 2) % order.length;
    const channel = order[at];
    if (channel === undefined || channel.id === open) continue;
    if (!unreadOnly || isUnread(channel)) return channel.id;
  }
  return undefined;
}
