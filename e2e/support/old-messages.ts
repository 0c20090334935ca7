import { submitted } from '../../server/services/commands/submitted.ts';
import type { Submitted } from '../../server/store/port.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { orgScope } from '../../shared/domain/scope.ts';
import type { ChannelId, OpId, UserId } from '../../shared/domain/ids.ts';
import type { Channel } from '../../shared/domain/kinds/channel.ts';
import type { User } from '../../shared/domain/kinds/user.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { beside } from './beside.ts';

/**
 * Writes these messages into a channel of a relay, which may be running beside it.
 *
 * @param pinned which of them are pinned, by their index
 */
export async function writeBeside(
  relayDir: string,
  {
    who,
    channel,
    texts,
    pinned = [],
  }: { who: string; channel: string; texts: readonly string[]; pinned?: readonly number[] },
): Promise<void> {
  await beside(relayDir, async (store) => {
    const list = async <R>(kind: 'user' | 'channel') =>
      (await store.list(orgScope, kind, '', 1_000)).map(({ json }) => JSON.parse(json) as R);
    const user = (await list<User>('user')).find(({ name }) => name === who)!;
    const place = (await list<Channel>('channel')).find(({ name }) => name === channel)!;
    const actor = { userId: user.id as UserId, role: user.role };
    const newId = uuid7Generator(nodeClock.now);
    const commit = async (group: readonly Submitted[]): Promise<void> => {
      const { outcomes } = await store.commit([...group], nodeClock.now());
      if (!outcomes.every(({ ok }) => ok)) throw new Error('a command was refused');
    };
    const channelId = place.id as ChannelId;
    const ops = texts.map(() => newId() as OpId);
    for (let at = 0; at < texts.length; at += 250) {
      const group = texts.slice(at, at + 250).map((text, n) => {
        const args = { channelId, rootId: null, broadcast: false, text, attachments: [] };
        return submitted(actor, { op: ops[at + n]!, name: 'message.send', args });
      });
      await commit(group);
    }
    const pins = pinned.map((index) => {
      const args = { channelId, messageId: ops[index] };
      return submitted(actor, { op: newId() as OpId, name: 'pin.add', args });
    });
    if (pins.length > 0) await commit(pins);
  });
}
