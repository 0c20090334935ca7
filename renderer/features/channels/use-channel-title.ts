import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useLivePick } from '../../app/core/use-live.ts';

/** `#gudang-surabaya`, or the people of a conversation. */
export function useChannelTitle(channel: ChannelView | undefined): string {
  const listed = useLivePick(
    'sidebar',
    {},
    ['sidebar'],
    (sidebar) => sidebar?.channels.find((each) => each.id === channel?.id)?.title,
  );
  if (channel === undefined) return '';
  return channel.name === '' ? (listed ?? '') : `#${channel.name}`;
}
