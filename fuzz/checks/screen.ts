import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Desk } from '../desk.ts';
import { Finding } from '../ledger.ts';

/** S5: at any moment, a page ascends by position, and no message is on it twice. */
export function checkScreen(desk: Desk, channelId: ChannelId): void {
  const { messages } = desk.workspace.messages.page(channelId, { from: 'newest' }, 100);
  for (const [n, message] of messages.entries()) {
    const before = messages[n - 1];
    if (before !== undefined && before.position >= message.position) {
      throw new Finding(`S5: ${desk.name} shows ${before.position} before ${message.position}`);
    }
  }
  if (new Set(messages.map(({ id }) => id)).size !== messages.length) {
    throw new Finding(`S1: ${desk.name} shows a message twice in ${channelId}`);
  }
}
