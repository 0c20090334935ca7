import { submitted } from '../../server/services/commands/submitted.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { orgScope } from '../../shared/domain/scope.ts';
import type { ChannelId, OpId, UserId } from '../../shared/domain/ids.ts';
import type { Channel } from '../../shared/domain/kinds/channel.ts';
import type { User } from '../../shared/domain/kinds/user.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { beside } from './beside.ts';

/** Writes these messages into a channel of a relay, which may be running beside it. */
export async function writeBeside(
  relayDir: string,
  { who, channel, texts }: { who: string; channel: string; texts: readonly string[] },
): Promise<void> {
  await beside(relayDir, async (store) => {
    const list = async <R>(kind: 'user' | 'channel') =>
      (await store.list(orgScope, kind, '', 1_000)).map(({ json }) => JSON.parse(json) as R);
    const user = (await list<User>('user')).find(({ name }) => name === who)!;
    const place = (await list<Channel>('channel')).find(({ name }) => name === channel)!;
    const actor = { userId: user.id as UserId, role: user.role };
    const newId = uuid7Generator(nodeClock.now);
    for (let at = 0; at < texts.length; at += 250) {
      const group = texts.slice(at, at + 250).map((text) => {
        const args = { channelId: place.id as ChannelId, rootId: null, broadcast: false, text };
        const command = { op: newId() as OpId, name: 'message.send' as const };
        return submitted(actor, { ...command, args: { ...args, attachments: [] } });
      });
      const { outcomes } = await store.commit(group, nodeClock.now());
      if (!outcomes.every(({ ok }) => ok)) throw new Error('a message was refused');
    }
  });
}
