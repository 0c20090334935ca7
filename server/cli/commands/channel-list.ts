import { findChannelRow } from './find-channel-row.ts';
import type { Channel } from '../../../shared/domain/kinds/channel.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelNameKey } from '../../../shared/domain/kinds/name.ts';
import { channelScope, registryScope } from '../../../shared/domain/scope.ts';
import type { Store } from '../../store/port.ts';
import { eachRow } from '../../store/read-row.ts';
import type { AdminCommand } from '../admin-command.ts';
import { table } from '../table.ts';

async function membersOf(store: Store, id: string): Promise<number> {
  let count = 0;
  for await (const _ of eachRow(store, channelScope(id as ChannelId), 'member')) count += 1;
  return count;
}

export const channelList: AdminCommand = {
  name: 'channel list',
  help: 'Lists channels, the private ones too; not what people say to one another',
  operands: [],
  options: {},
  begins: false,
  async run({ store }) {
    const found: { channel: Channel; members: number; messages: number }[] = [];
    for await (const { id, holder } of eachRow(store, registryScope, 'name')) {
      if (!id.startsWith(channelNameKey(''))) continue;
      const channel = await findChannelRow(store, holder as ChannelId);
      if (channel === undefined) continue;
      const [head] = await store.heads([channelScope(holder as ChannelId)]);
      const members = await membersOf(store, holder);
      found.push({ channel, members, messages: head?.count ?? 0 });
    }
    const rows = found.map(({ channel, members, messages }) => [
      ...[channel.name, channel.type, channel.archivedAt === null ? '' : 'archived'],
      ...[members, messages],
    ]);
    return {
      text: table(['NAME', 'TYPE', 'STATE', 'MEMBERS', 'MESSAGES'], rows),
      json: found.map(({ channel: { id, name, type, archivedAt }, members, messages }) => ({
        ...{ id, name, type, archivedAt, members, messages },
      })),
    };
  },
};
