import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';

/** `#gudang-surabaya`, or the people of a conversation; one's own is marked as such. */
export function useChannelTitle(channel: ChannelView | undefined): string {
  const t = useWords();
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  const listed = useLivePick(
    'sidebar',
    {},
    ['sidebar'],
    (sidebar) => sidebar?.channels.find((each) => each.id === channel?.id)?.title,
  );
  if (channel === undefined) return '';
  if (channel.name !== '') return `#${channel.name}`;
  const title = listed ?? '';
  return title !== '' && isOwn(channel, me) ? t('common.youNamed', { name: title }) : title;
}

/** A conversation with oneself: for notes, and where reminders come. */
export const isOwn = (
  { type, people }: { type: ChannelView['type']; people: readonly string[] },
  me: string | undefined,
): boolean => type === 'dm' && people[0] === me;
