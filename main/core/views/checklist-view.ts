import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import type { Checklist } from '../../../shared/domain/kinds/checklist.ts';
import { tickId } from '../../../shared/domain/kinds/tick.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { ChecklistView } from '../../../shared/rpc/task-views.ts';
import type { RefusedView } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import { refusedView } from './refused-view.ts';

/** Draws the checklist of a message or a task, with pending ticks on it; null where it has none. */
export function checklistView(
  cache: Cache,
  channelId: string,
  ownerId: string,
): ChecklistView | null {
  const { overlay } = cache;
  const scope = channelScope(channelId as ChannelId);
  const list = overlay.get(scope, 'checklist', ownerId) ?? unsent(cache, ownerId);
  if (list === undefined) return null;
  const items = list.items.map(({ id, text }) => {
    const tick = tickId(ownerId, id);
    return {
      ...{ id, text, doneBy: overlay.get(scope, 'tick', tick)?.by ?? null },
      waiting: overlay.shown(scope, 'tick', tick)?.entry.state === 'waiting',
    };
  });
  const done = items.filter(({ doneBy }) => doneBy !== null).length;
  return { items, done, refused: refusedOf(cache, ownerId) };
}

/** What the relay refused to take stays as it was written (S7). */
function unsent(cache: Cache, ownerId: string): Pick<Checklist, 'items'> | undefined {
  const entry = cache.outbox.get(ownerId as OpId);
  if (entry?.name !== 'message.send') return undefined;
  const lines = (entry.args as ArgsOf<'message.send'>).checklist;
  return lines && { items: lines.map((text, index) => ({ id: String(index), text })) };
}

function refusedOf(cache: Cache, ownerId: string): RefusedView | null {
  for (const entry of cache.outbox.entries()) {
    if (entry.state !== 'refused' || !entry.name.startsWith('checklist.')) continue;
    if ((entry.args as { ownerId: string }).ownerId === ownerId) return refusedView(entry);
  }
  return null;
}
