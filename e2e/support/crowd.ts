import { nodeClock } from '../../main/entry/node-clock.ts';
import { userAdd } from '../../server/services/accounts/commands/user-add.ts';
import { importSeats } from '../../server/services/import/commands/import-seats.ts';
import { bySystem } from '../../server/services/system-actor.ts';
import type { ChannelId, OpId, UserId } from '../../shared/domain/ids.ts';
import type { Channel } from '../../shared/domain/kinds/channel.ts';
import { orgScope } from '../../shared/domain/scope.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { beside } from './beside.ts';

/** So many new colleagues come into a channel at once. */
export async function bringCrowd(relayDir: string, channel: string, count: number): Promise<void> {
  const newId = uuid7Generator(nodeClock.now);
  const ids = Array.from({ length: count }, newId) as (OpId & UserId)[];
  await beside(relayDir, async (store) => {
    const rows = await store.list(orgScope, 'channel', '', 1_000);
    const place = rows
      .map(({ json }) => JSON.parse(json) as Channel)
      .find(({ name }) => name === channel)!;
    const people = ids.map((userId) => ({
      ...{ userId, role: 'member' as const, joinedAt: nodeClock.now() },
    }));
    const { outcomes } = await store.commit(
      [
        ...ids.map((id, n) => {
          const displayName = `Rekan Baru ${n + 1}`;
          const person = { name: `rekan.${n + 1}`, displayName, role: 'member' as const };
          return bySystem(userAdd, id, { ...person, title: '' });
        }),
        bySystem(importSeats, newId() as OpId, { channelId: place.id as ChannelId, people }),
      ],
      nodeClock.now(),
    );
    if (!outcomes.every(({ ok }) => ok)) throw new Error('somebody was not let in');
  });
}
