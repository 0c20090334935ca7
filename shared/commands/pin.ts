import { z } from 'zod';
import { channelId, messageId } from '../domain/ids.ts';
import type { Actor } from '../domain/permissions.ts';
import { channelScope } from '../domain/scope.ts';
import { accessKeys, enterToWrite, isRefusal } from './channel-access.ts';
import { defineCommand, refuse, type Key } from './command.ts';

const args = z.strictObject({ channelId, messageId });
type Args = z.infer<typeof args>;

const needs = (a: Args, actor: Actor): Key[] => {
  const scope = channelScope(a.channelId);
  return [
    ...accessKeys(a.channelId, actor),
    { scope, kind: 'message', id: a.messageId },
    { scope, kind: 'pin', id: a.messageId },
  ];
};

/** Holds a message up for everybody in the channel; the first who pins it is named. */
export const pinAdd = defineCommand({
  name: 'pin.add',
  args,
  lane: (a) => channelScope(a.channelId),
  needs,
  run(work, a) {
    const access = enterToWrite(work, a.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(a.channelId);
    const message = work.get(scope, 'message', a.messageId);
    if (message === undefined) return refuse('not_found');
    if (message.deletedAt !== null) return refuse('deleted');
    if (message.system !== null) return refuse('forbidden');
    if (work.get(scope, 'pin', a.messageId) !== undefined) return undefined;
    work.put(scope, { kind: 'pin', id: a.messageId, by: work.actor.userId, at: work.now });
    return undefined;
  },
});

/** Takes it down again, whoever pinned it. What is not pinned, or deleted, has its wish fulfilled. */
export const pinRemove = defineCommand({
  name: 'pin.remove',
  args,
  lane: (a) => channelScope(a.channelId),
  needs,
  run(work, a) {
    const access = enterToWrite(work, a.channelId);
    if (isRefusal(access)) return access;
    const scope = channelScope(a.channelId);
    if (work.get(scope, 'message', a.messageId) === undefined) return refuse('not_found');
    work.remove(scope, 'pin', a.messageId);
    return undefined;
  },
});
