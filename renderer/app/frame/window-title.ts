import type { SidebarChannel } from '../../../shared/rpc/views.ts';

/** `(3) #gudang-surabaya - Nusa Mandiri`; the count where the system shows none of its own. */
export function windowTitle(
  channel: Pick<SidebarChannel, 'type' | 'title'> | undefined,
  workspace: string | undefined,
  count: number,
): string {
  const named =
    channel === undefined || channel.type === 'dm' || channel.type === 'group'
      ? channel?.title
      : `#${channel.title}`;
  const parts = [named, workspace ?? 'Balai'].filter((part) => part !== undefined);
  const badge = count === 0 ? '' : `(${count > 99 ? '99+' : count}) `;
  return `${badge}${parts.join(' - ')}`;
}
