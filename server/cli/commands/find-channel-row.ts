import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Channel } from '../../../shared/domain/kinds/channel.ts';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import type { Store } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';

/** A channel's row is in `org` while it is public and in its own scope otherwise. */
export const findChannelRow = async (store: Store, id: ChannelId): Promise<Channel | undefined> =>
  (await getRow(store, orgScope, 'channel', id)) ?? getRow(store, channelScope(id), 'channel', id);
