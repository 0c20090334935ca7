import type { Channel } from './kinds/channel.ts';
import { policyOf, type Workspace } from './kinds/workspace.ts';
import { isConversation } from './permissions.ts';

/**
 * Whether the people of a place see how far each of them has read: what the company decided, and
 * how many they are. In one's own notes there is nobody to tell.
 */
export function showsSeen(
  workspace: Pick<Workspace, 'policy'> | undefined,
  channel: Pick<Channel, 'type'>,
  people: number,
): boolean {
  const { seenBy, seenMembers } = policyOf(workspace);
  return people > 1 && (isConversation(channel) ? seenBy : people <= seenMembers);
}
