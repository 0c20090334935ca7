import type { OpId } from '../../../shared/domain/ids.ts';
import { channelOf } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Entry } from './outbox.ts';

interface AnyArgs {
  channelId?: string;
  rootId?: string | null;
  messageId?: string | null;
  taskId?: string;
  ownerId?: string;
  /** A reminder's. */
  of?: 'saved' | 'assignment';
}

/**
 * The topics whose readers see something else because a command was written, answered or dropped.
 * From its arguments alone: making the overlay anew for each of a thousand answers would take
 * minutes.
 */
export function tellEntry(cache: Cache, entry: Entry): void {
  const { topics } = cache;
  topics.changed('outbox');
  topics.changed('connection');
  topics.changed('sidebar');
  const args = entry.args as AnyArgs;
  const channel = channelOf(entry.lane) ?? args.channelId;
  if (channel !== undefined) topics.changed(`channel:${channel}`);
  if (entry.name === 'saved.set') topics.changed('saved');
  if (entry.name.startsWith('reminder.')) topics.changed(args.of === 'saved' ? 'saved' : 'tasks');
  if (entry.name === 'draft.set') topics.changed('drafts');
  if (/^(task|checklist)\.|^message\.delete$/.test(entry.name)) topics.changed('tasks');
  if (entry.name.startsWith('scheduled.')) topics.changed('scheduled');
  if (entry.name === 'workspace.set') topics.changed('company');
  if (entry.name.startsWith('emoji.')) topics.changed('emoji');
  if (entry.name.startsWith('group.')) topics.changed('groups');
  if (entry.name === 'profile.set') topics.changed('people');
  const root = args.rootId ?? threadOf(cache, args.messageId ?? args.taskId ?? args.ownerId);
  if (root !== undefined) {
    topics.changed(`thread:${root}`);
    topics.changed('threads');
  }
}

/** The thread that a message stands in or begins, sent or not. */
function threadOf(cache: Cache, messageId: string | undefined): string | undefined {
  if (messageId === undefined) return undefined;
  const unsent = cache.outbox.get(messageId as OpId)?.args as AnyArgs | undefined;
  return unsent?.rootId ?? cache.rows.message(messageId)?.rootId ?? messageId;
}
