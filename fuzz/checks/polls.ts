import { userScope } from '../../shared/domain/scope.ts';
import { Finding } from '../ledger.ts';
import type { World } from '../world.ts';
import { relayRows } from './same-everywhere.ts';

/** Of an anonymous poll the channel knows the sums of what its voters keep, and nothing else. */
export async function checkPolls(world: World): Promise<void> {
  const kept: string[] = [];
  for (const userId of world.people.values()) {
    for (const row of await relayRows(world, userScope(userId))) {
      if (row.kind !== 'vote' || 'deleted' in row) continue;
      kept.push(...row.choices.map((choice) => `${row.messageId} ${choice}`));
    }
  }
  for (const channelId of world.ledger.channels) {
    const rows = await relayRows(world, `channel:${channelId}`);
    for (const poll of rows) {
      if (poll.kind !== 'poll' || 'deleted' in poll || poll.tally === null) continue;
      const named = rows.some(({ kind, id }) => kind === 'vote' && id.startsWith(poll.id));
      if (named) throw new Finding(`anonymous: who voted in ${poll.id} can be read`);
      const counts = poll.options.map(
        (_, option) => kept.filter((one) => one === `${poll.id} ${option}`).length,
      );
      if (String(counts) === String(poll.tally.counts)) continue;
      throw new Finding(`tally: ${poll.id} says ${poll.tally.counts.join()}, not ${counts.join()}`);
    }
  }
}
