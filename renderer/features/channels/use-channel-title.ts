import type { ChannelView, SidebarChannel, SidebarView } from '../../../shared/rpc/views.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';

/** `#gudang-surabaya`, or the people of a conversation; one's own is marked as such. */
export function useChannelTitle(channel: ChannelView | undefined): string {
  const listed = useListedTitle(channel?.id ?? null);
  if (channel === undefined) return '';
  return channel.name === '' ? listed : `#${channel.name}`;
}

/** The same of one in the sidebar; empty where it is not there. */
export function useListedTitle(channelId: string | null): string {
  const t = useWords();
  const pick = <V>(of: (channel: SidebarChannel, sidebar: SidebarView) => V) => {
    return (sidebar: SidebarView | null): V | undefined => {
      const found = sidebar?.channels.find(({ id }) => id === channelId);
      return found === undefined || sidebar === null ? undefined : of(found, sidebar);
    };
  };
  const title = useLivePick(
    'sidebar',
    {},
    ['sidebar'],
    pick((one) => one.title),
  );
  const type = useLivePick(
    'sidebar',
    {},
    ['sidebar'],
    pick((one) => one.type),
  );
  const own = useLivePick(
    'sidebar',
    {},
    ['sidebar'],
    pick((one, { me }) => isOwn(one, me.id)),
  );
  if (title === undefined) return '';
  if (type === 'public' || type === 'private') return `#${title}`;
  return own === true ? t('common.youNamed', { name: title }) : title;
}

/** A conversation with oneself: for notes, and where reminders come. */
export const isOwn = (
  { type, people }: { type: ChannelView['type']; people: readonly string[] },
  me: string | undefined,
): boolean => type === 'dm' && people[0] === me;
