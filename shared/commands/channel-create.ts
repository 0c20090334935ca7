import { z } from 'zod';
import { userId, type ChannelId } from '../domain/ids.ts';
import { channelName } from '../domain/kinds/channel.ts';
import { channelNameKey } from '../domain/kinds/name.ts';
import { channelScope, registryScope } from '../domain/scope.ts';
import { channelKeys, findChannel, homeOf } from './channel-access.ts';
import { exists, placeKeys, seat } from './channel-people.ts';
import { defineCommand, refuse } from './command.ts';
import { postSystem } from './post.ts';

/** Makes a channel; its id is the command's. Its maker owns it and brings the first people. */
export const channelCreate = defineCommand({
  name: 'channel.create',
  args: z.strictObject({
    name: channelName,
    type: z.enum(['public', 'private']),
    topic: z.string().max(250),
    userIds: z.array(userId).max(100),
  }),
  lane: (_args, _actor, op) => channelScope(op as string as ChannelId),
  needs: (args, actor, op) => {
    const id = op as string as ChannelId;
    return [
      ...channelKeys(id),
      { scope: registryScope, kind: 'name', id: channelNameKey(args.name) },
      { scope: channelScope(id), kind: 'message', id: op },
      ...[actor.userId, ...args.userIds].flatMap((user) => placeKeys(id, user)),
    ];
  },
  run(work, args) {
    const id = work.op as string as ChannelId;
    const nameKey = channelNameKey(args.name);
    // S1: a repeat is answered before it comes here; this id is another channel's.
    if (findChannel(work, id) !== undefined) return refuse('id_taken');
    if (work.get(registryScope, 'name', nameKey) !== undefined) return refuse('name_taken');
    work.put(registryScope, { kind: 'name', id: nameKey, holder: id });
    const channel = {
      kind: 'channel',
      id,
      type: args.type,
      name: args.name,
      topic: args.topic,
      purpose: '',
      creatorId: work.actor.userId,
      createdAt: work.now,
      archivedAt: null,
      people: [],
    } as const;
    work.put(homeOf({ ...channel, version: 0, people: [] }), { ...channel, people: [] });
    seat(work, id, work.actor.userId, 'owner');
    postSystem(work, id, { type: 'created' });
    for (const user of new Set(args.userIds)) if (exists(work, user)) seat(work, id, user);
    return undefined;
  },
});
