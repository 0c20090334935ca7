import type { ChannelId } from '../domain/ids.ts';
import type { Checklist } from '../domain/kinds/checklist.ts';
import { tickId } from '../domain/kinds/tick.ts';
import { channelScope } from '../domain/scope.ts';
import type { Key, Work } from './command.ts';

export const checklistKey = (id: ChannelId, ownerId: string): Key => ({
  ...{ scope: channelScope(id), kind: 'checklist', id: ownerId },
});

export const tickKey = (id: ChannelId, ownerId: string, itemId: string): Key => ({
  ...{ scope: channelScope(id), kind: 'tick', id: tickId(ownerId, itemId) },
});

/** What `dropChecklist` removes, once the checklist itself is known. */
export const tickKeys = (work: Pick<Work, 'get'>, id: ChannelId, ownerId: string): Key[] => {
  const list = work.get(channelScope(id), 'checklist', ownerId);
  return (list?.items ?? []).map((item) => tickKey(id, ownerId, item.id));
};

/** Takes a checklist away with what it was of. */
export function dropChecklist(work: Work, id: ChannelId, ownerId: string): void {
  const scope = channelScope(id);
  const list: Checklist | undefined = work.get(scope, 'checklist', ownerId);
  for (const item of list?.items ?? []) work.remove(scope, 'tick', tickId(ownerId, item.id));
  work.remove(scope, 'checklist', ownerId);
}
