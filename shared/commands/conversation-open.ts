import { z } from 'zod';
import { conversationId, MAX_PEOPLE, sortedPeople } from '../domain/conversation.ts';
import { userId, type UserId } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { channelKeys, findChannel } from './channel-access.ts';
import { exists, placeKeys, seat } from './channel-people.ts';
import { defineCommand, refuse } from './command.ts';

const everybody = (actor: Actor, userIds: readonly UserId[]) =>
  sortedPeople([actor.userId, ...userIds]);

/**
 * Opens the conversation of the actor and these people, which is the same one for all of them
 * (its id is made of theirs). With nobody else it is the actor's own notes.
 */
export const conversationOpen = defineCommand({
  name: 'conversation.open',
  args: z.strictObject({ userIds: z.array(userId).max(MAX_PEOPLE) }),
  lane: (args, actor) => channelScope(conversationId(everybody(actor, args.userIds))),
  needs: (args, actor) => {
    const people = everybody(actor, args.userIds);
    const id = conversationId(people);
    return [...channelKeys(id), ...people.flatMap((user) => placeKeys(id, user))];
  },
  run(work, args) {
    const people = everybody(work.actor, args.userIds);
    if (people.length > MAX_PEOPLE) return refuse('too_many');
    const id = conversationId(people);
    if (findChannel(work, id) === undefined) {
      if (!people.every((user) => exists(work, user))) return refuse('not_found');
      work.put(channelScope(id), {
        kind: 'channel',
        id,
        type: people.length > 2 ? 'group' : 'dm',
        name: '',
        topic: '',
        purpose: '',
        creatorId: work.actor.userId,
        createdAt: work.now,
        archivedAt: null,
        people,
      });
      for (const user of people) seat(work, id, user);
    } else {
      // Somebody who left a group comes back to it by opening it again.
      seat(work, id, work.actor.userId);
    }
    return undefined;
  },
});
