import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useLive } from '../../app/core/use-live.ts';

/** A channel as the reader sees it: undefined until known, null where it is not theirs to see. */
export const useChannel = (channelId: string): ChannelView | null | undefined =>
  useLive('channel', { channelId }, [`channel:${channelId}`, 'sidebar']);
