import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { OpId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { Scope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Entry } from '../outbox/outbox.ts';

/**
 * S5: the position of a message that was acknowledged and whose row has not come; undefined for one
 * that was not. An acknowledgement tells the last version that its command gave in the channel:
 * what the message brought along stands behind it.
 */
export function standingAt(cache: Cache, scope: Scope, message: Message): number | undefined {
  // An edit that waits on top of it tells of itself.
  const sent = cache.outbox.get(message.id as OpId);
  const entry = sent ?? cache.overlay.shown(scope, 'message', message.id)?.entry;
  const at = entry?.state === 'acked' ? entry.at[scope] : undefined;
  return at === undefined || entry === undefined ? undefined : at - broughtBy(entry, message);
}

/** Rows of the channel that the command writes after its message: files, a poll, a checklist. */
function broughtBy({ name, args }: Entry, { attachments }: Message): number {
  const files = attachments.filter(({ type }) => type === 'file').length;
  if (name !== 'message.send') return files;
  const { poll, checklist } = args as ArgsOf<'message.send'>;
  return files + Number(poll !== undefined) + Number(checklist !== undefined);
}
