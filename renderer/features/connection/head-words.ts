import type { ConnectionView, OutboxItem } from '../../../shared/rpc/connection-views.ts';
import type { WordKey } from '../../i18n/words.ts';

type Counts = Pick<ConnectionView, 'state' | 'waiting' | 'refused'>;

/**
 * What stands above the list of what waits. As long as the list has not come, which it does not
 * from a core that has stopped, its counts tell: nobody may read that nothing waits where something does.
 */
export function headWords(
  { state, waiting, refused }: Counts,
  items: readonly Pick<OutboxItem, 'state'>[] | undefined,
): { title: WordKey; note: WordKey } {
  const connected = state === 'connected';
  const all = items?.length ?? waiting + refused;
  const kept = items?.filter((item) => item.state === 'refused').length ?? refused;
  if (all === 0) {
    const note = connected ? 'connection.empty' : 'connection.emptyOffline';
    return { title: 'connection.emptyTitle', note };
  }
  if (kept === all) return { title: 'connection.refusedTitle', note: 'connection.refusedOnly' };
  if (kept > 0) return { title: 'connection.bothTitle', note: 'connection.both' };
  const note = connected ? 'connection.safeConnected' : 'connection.safe';
  return { title: 'connection.title', note };
}
