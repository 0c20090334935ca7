import type { SidebarChannel } from '../../../shared/rpc/views.ts';

/** Older than this it is no news: it came with a catch-up, ms. */
const FRESH = 2 * 60_000;

/**
 * The channels in which something new waits for the person, between two looks at the sidebar. A
 * mute holds, and so does what the person is looking at: `seen` is the channel in front of them.
 */
export function newMentions(
  before: readonly SidebarChannel[],
  after: readonly SidebarChannel[],
  seen: string | null,
  now: number,
): SidebarChannel[] {
  const counts = new Map(before.map((channel) => [channel.id, channel.mentions]));
  return after.filter(
    (channel) =>
      channel.mentions > (counts.get(channel.id) ?? 0) &&
      !channel.muted &&
      channel.id !== seen &&
      now - channel.lastAt < FRESH,
  );
}
