import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useLivePick } from '../../app/core/use-live.ts';

/** Whether the reader may rename, archive and take people out; the relay decides it again. */
export function useMayManage(channel: ChannelView | undefined): boolean {
  const role = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.role);
  if (channel === undefined || channel.mine === null) return false;
  return channel.mine.role === 'owner' || (role !== undefined && role !== 'member');
}
