import { z } from 'zod';
import { placeKeys, seat } from '../../../../shared/commands/channel-people.ts';
import { defineCommand, refuse, type Work } from '../../../../shared/commands/command.ts';
import { channelId, userId } from '../../../../shared/domain/ids.ts';
import { timestamp } from '../../../../shared/domain/row.ts';
import { channelScope, userScope } from '../../../../shared/domain/scope.ts';

/**
 * Gives people their places in an imported channel, after its messages: so all of it is read to
 * them, and nobody sees half of it. Who was in it once and has left, or was removed, stays out
 * (S11). The relay's own command.
 */
export const importSeats = defineCommand({
  name: 'import.seats',
  args: z.strictObject({
    channelId,
    people: z.array(
      z.strictObject({ userId, role: z.enum(['owner', 'member']), joinedAt: timestamp }),
    ),
  }),
  lane: (args) => channelScope(args.channelId),
  needs: (args) => [
    // The counters of its scope say how far everybody has read.
    { scope: channelScope(args.channelId), kind: 'channel', id: args.channelId },
    ...args.people.flatMap((person) => placeKeys(args.channelId, person.userId)),
  ],
  run(work, args) {
    if (work.actor.role !== 'system') return refuse('forbidden');
    for (const person of args.people) {
      // A marker outlives its membership.
      const before = work.get(userScope(person.userId), 'marker', args.channelId);
      if (before !== undefined) continue;
      seat(dated(work, person.joinedAt), args.channelId, person.userId, person.role);
    }
    return undefined;
  },
});

/** The same work at another time. */
const dated = (work: Work, now: number): Work => ({
  ...{ actor: work.actor, op: work.op, now },
  get: (scope, kind, id) => work.get(scope, kind, id),
  put: (scope, row) => work.put(scope, row),
  remove: (scope, kind, id) => work.remove(scope, kind, id),
  nextVersion: (scope) => work.nextVersion(scope),
  countMessage: (scope, by) => work.countMessage(scope, by),
});
