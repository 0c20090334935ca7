import type { PersonView } from '../../../shared/rpc/views.ts';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import type { Reach } from './off-ways.ts';

/** More people than a notification may name are not looked at. */
const MOST = 60;
const nobody: readonly PersonView[] = [];

/** Whom a text would reach, and who of them is off now: the others of a conversation, and who is named. */
export function useOffPeople(channelId: string, named: readonly string[]): Reach {
  const channel = useLive('channel', { channelId }, [`channel:${channelId}`]);
  const myId = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  const userIds = [...new Set([...(channel?.people ?? []), ...named])]
    .filter((id) => id !== myId)
    .slice(0, MOST);
  const off = useKept(useLive('offPeople', { userIds }, ['people'])) ?? nobody;
  const conversation = channel?.type === 'dm' || channel?.type === 'group';
  return { off, all: off.length === userIds.length, conversation };
}
