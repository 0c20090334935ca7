import { scheduledMessageId } from '../../shared/domain/kinds/scheduled.ts';
import { channelScope, userScope } from '../../shared/domain/scope.ts';
import { Finding } from '../ledger.ts';
import type { World } from '../world.ts';

/**
 * S1: what was to go out later has gone out, or is with its author, or was taken back; of these
 * exactly one.
 */
export async function checkScheduled({ ledger, store }: World): Promise<void> {
  for (const { id, by, channelId } of ledger.scheduled) {
    const messageId = scheduledMessageId(id);
    const found = await store.get([
      { scope: userScope(by), kind: 'scheduled', id },
      { scope: channelScope(channelId), kind: 'message', id: messageId },
    ]);
    const kinds = found.map(({ kind }) => kind);
    if (kinds.length > 1) throw new Finding(`S1: ${id} went out, and is still to go out`);
    if (kinds.length === 0 && !ledger.takenBack.has(id)) {
      throw new Finding(`S7: ${id} was to go out later, and is lost`);
    }
  }
}
