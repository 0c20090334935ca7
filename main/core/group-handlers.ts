import type { groupApi } from '../../shared/rpc/group-api.ts';
import type { Handlers } from '../../shared/rpc/method.ts';
import { groupList, groupMembers, ringCount } from './views/groups.ts';
import type { Workspace } from './workspace.ts';

/** The API of groups over whatever workspace is open. */
export const groupHandlers = (current: () => Workspace): Handlers<typeof groupApi> => ({
  groups: () => groupList(current()),
  group: ({ groupId }) => groupMembers(current(), groupId),
  rings: ({ channelId, text }) => ({ count: ringCount(current().cache, channelId, text) }),
  setGroup: ({ groupId, ...args }) => {
    const { writer } = current();
    return { op: writer.write('group.set', { groupId: groupId ?? writer.newId(), ...args }) };
  },
  removeGroup: (args) => ({ op: current().writer.write('group.remove', args) }),
});
