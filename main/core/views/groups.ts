import type { Group } from '../../../shared/domain/kinds/group.ts';
import {
  mentionedGroups,
  mentionedUsers,
  mentionsEverybody,
} from '../../../shared/domain/mentions.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import type { GroupMembers, GroupView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { People } from './people.ts';

/** So many are named where a group is pointed at. */
const NAMED = 8;

interface Sources {
  readonly cache: Cache;
  readonly people: People;
}

/** All groups of the workspace, by name. */
export function groupList({ cache, people }: Sources): GroupView[] {
  const view = (row: Group): GroupView => ({
    ...{ id: row.id, name: row.name, about: row.about, count: row.memberIds.length },
    mine: row.memberIds.includes(cache.userId),
    first: row.memberIds.slice(0, NAMED).flatMap((id) => people.view(id)?.displayName ?? []),
  });
  return cache.overlay
    .list(orgScope, 'group')
    .map(view)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** A group and who is in it; null where there is none. People who have left the company are not told. */
export function groupMembers({ cache, people }: Sources, id: string): GroupMembers | null {
  const row = cache.overlay.get(orgScope, 'group', id);
  if (row === undefined) return null;
  const found = row.memberIds.flatMap((one) => people.view(one) ?? []);
  return {
    ...{ id, name: row.name, about: row.about, userIds: row.memberIds },
    people: found
      .filter(({ disabled }) => !disabled)
      .sort((a, b) => a.displayName.localeCompare(b.displayName)),
  };
}

/** Whether a text calls somebody together with others: everybody, or a group that they are in. */
export function callsPerson(cache: Pick<Cache, 'overlay' | 'userId'>, text: string): boolean {
  if (mentionsEverybody(text)) return true;
  return mentionedGroups(text).some(
    (id) => cache.overlay.get(orgScope, 'group', id)?.memberIds.includes(cache.userId) === true,
  );
}

/**
 * How many people of a channel a text concerns beside its author, as far as its members are known
 * here.
 */
export function ringCount(cache: Cache, channelId: ChannelId, text: string): number {
  const members = cache.overlay
    .list(channelScope(channelId), 'member')
    .map(({ id }) => id)
    .filter((id) => id !== cache.userId);
  if (mentionsEverybody(text)) return members.length;
  const named = new Set<string>([
    ...mentionedUsers(text),
    ...mentionedGroups(text).flatMap(
      (id) => cache.overlay.get(orgScope, 'group', id)?.memberIds ?? [],
    ),
  ]);
  return members.filter((id) => named.has(id)).length;
}
