import { z } from 'zod';
import { channelId } from '../domain/ids.ts';
import { channelName } from '../domain/kinds/channel.ts';
import { channelNameKey } from '../domain/kinds/name.ts';
import { isConversation, mayManageChannel } from '../domain/permissions.ts';
import { channelScope, registryScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, findChannel, homeOf, isRefusal } from './channel-access.ts';
import { defineCommand, refuse } from './command.ts';
import { postSystem } from './post.ts';

/** Changes a channel's name (owners and admins), topic or purpose (any member). */
export const channelUpdate = defineCommand({
  name: 'channel.update',
  args: z.strictObject({
    channelId,
    name: channelName.optional(),
    topic: z.string().max(250).optional(),
    purpose: z.string().max(250).optional(),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args, actor) => [
    ...accessKeys(args.channelId, actor),
    ...(args.name === undefined
      ? []
      : [{ scope: registryScope, kind: 'name', id: channelNameKey(args.name) } as const]),
  ],
  follow(work, args) {
    const channel = findChannel(work, args.channelId);
    return channel === undefined || args.name === undefined
      ? []
      : [{ scope: registryScope, kind: 'name', id: channelNameKey(channel.name) }];
  },
  run(work, args) {
    const access = enterToWrite(work, args.channelId);
    if (isRefusal(access)) return access;
    const { channel, member } = access;
    if (isConversation(channel)) return refuse('forbidden');
    const name = args.name ?? channel.name;
    const topic = args.topic ?? channel.topic;
    const purpose = args.purpose ?? channel.purpose;
    if (name !== channel.name) {
      if (!mayManageChannel(work.actor, member)) return refuse('forbidden');
      const key = channelNameKey(name);
      if (work.get(registryScope, 'name', key) !== undefined) return refuse('name_taken');
      work.remove(registryScope, 'name', channelNameKey(channel.name));
      work.put(registryScope, { kind: 'name', id: key, holder: channel.id });
      postSystem(work, args.channelId, { type: 'renamed', name });
    }
    if (topic !== channel.topic) postSystem(work, args.channelId, { type: 'topic', topic });
    if (purpose !== channel.purpose) postSystem(work, args.channelId, { type: 'purpose', purpose });
    work.put(homeOf(channel), { ...channel, name, topic, purpose });
    return undefined;
  },
});
