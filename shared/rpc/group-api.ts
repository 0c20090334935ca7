import { z } from 'zod';
import { channelId, groupId, opId, userId } from '../domain/ids.ts';
import { method } from './method.ts';
import type { Queued } from './queued.ts';
import type { GroupMembers, GroupView } from './views.ts';

/** Groups of people that are called by one name. */
export const groupApi = {
  groups: method<GroupView[]>()(z.strictObject({})),
  group: method<GroupMembers | null>()(z.strictObject({ groupId })),
  /** How many people of the channel this text would ring, as far as its members are known here. */
  rings: method<{ count: number }>()(z.strictObject({ channelId, text: z.string().max(20_000) })),
  /** Makes a group, or says anew what it is called and who is in it; for administrators. */
  setGroup: method<Queued>()(
    z.strictObject({
      /** Null: a new one. */
      groupId: opId.nullable(),
      name: z.string(),
      about: z.string(),
      userIds: z.array(userId),
    }),
  ),
  removeGroup: method<Queued>()(z.strictObject({ groupId })),
} as const;
