import { channelKeys, findChannel, homeOf } from '../../../../shared/commands/channel-access.ts';
import { defineCommand, refuse } from '../../../../shared/commands/command.ts';
import type { ChannelId } from '../../../../shared/domain/ids.ts';
import { channel } from '../../../../shared/domain/kinds/channel.ts';
import { channelNameKey } from '../../../../shared/domain/kinds/name.ts';
import { channelScope, registryScope } from '../../../../shared/domain/scope.ts';
import { freeName, nameCandidates } from './free-name.ts';

/**
 * Brings a channel or a conversation from elsewhere, without its people: they come when its
 * messages are there. One that is here already stays as it is. The relay's own command.
 */
export const importChannel = defineCommand({
  name: 'import.channel',
  args: channel.omit({ kind: true, version: true }),
  lane: (args) => channelScope(args.id as ChannelId),
  needs: (args) => [
    ...channelKeys(args.id as ChannelId),
    ...(args.name === '' ? [] : nameCandidates(args.name, args.id)).map(
      (name) => ({ scope: registryScope, kind: 'name', id: channelNameKey(name) }) as const,
    ),
  ],
  run(work, args) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    if (findChannel(work, args.id as ChannelId) !== undefined) return undefined;
    let name = '';
    if (args.name !== '') {
      name = freeName(work, args.name, args.id, channelNameKey);
      work.put(registryScope, { kind: 'name', id: channelNameKey(name), holder: args.id });
    }
    const row = { kind: 'channel', ...args, name } as const;
    work.put(homeOf({ ...row, version: 0 }), row);
    return undefined;
  },
});
