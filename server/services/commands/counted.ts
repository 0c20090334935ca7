import type { ArgsOf } from '../../../shared/commands/registry.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { MOST_SEEN } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { Store, Submitted } from '../../store/port.ts';

type Seen = ArgsOf<'seen.set'>;

const seenArgs = ({ spec, args }: Submitted): Seen | undefined =>
  spec.name === 'seen.set' ? (args as Seen | undefined) : undefined;

/** Whether the relay counts something for it: the members of a channel whose people see who read. */
export const wantsCount = (command: Submitted): boolean => seenArgs(command)?.members !== undefined;

/**
 * The same commands with the relay's own counts in place of what their senders said: a command
 * reads rows and cannot count them. No more rows are read than a small channel has, once for each
 * channel.
 */
export async function counted(
  group: readonly Submitted[],
  store: Pick<Store, 'list'>,
): Promise<Submitted[]> {
  const counts = new Map<ChannelId, number>();
  for (const command of group) {
    const channelId = wantsCount(command) ? seenArgs(command)?.channelId : undefined;
    if (channelId === undefined || counts.has(channelId)) continue;
    const rows = await store.list(channelScope(channelId), 'member', '', MOST_SEEN + 1);
    counts.set(channelId, rows.length);
  }
  return group.map((command) => {
    const args = wantsCount(command) ? seenArgs(command) : undefined;
    if (args === undefined) return command;
    const own: Seen = { ...args, members: counts.get(args.channelId) ?? 0 };
    return { ...command, args: own as never };
  });
}
