import { useEffect, useEffectEvent, useRef } from 'react';
import { plainText } from '../../../shared/domain/plain-text.ts';
import type { MessagePage, SidebarChannel } from '../../../shared/rpc/views.ts';
import { useCore, useShell } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { currentRoute, hrefOf } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { newMentions } from './new-mentions.ts';

/** More at once than this is not told one by one: the list and the badge say it. */
const MOST = 3;

/** Shows a notification for each mention and direct message that comes while one looks elsewhere. */
export function useNotifications(): void {
  const core = useCore();
  const shell = useShell();
  const t = useWords();
  const channels = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.channels);
  const before = useRef<readonly SidebarChannel[] | undefined>(undefined);

  const tell = useEffectEvent(async (channel: SidebarChannel): Promise<void> => {
    const page = await core.messages({
      channelId: channel.id,
      at: { from: 'newest' },
      limit: 1,
    });
    const message = page.messages.at(-1);
    if (message === undefined) return;
    const names = namesOf(page, t('switcher.someone'));
    const author = names.person(message.authorId) ?? names.someone;
    const place = channel.type === 'dm' ? undefined : channel.title;
    await shell.notify({
      id: channel.id,
      title: place === undefined ? author : t('switcher.in', { name: author, place }),
      body: plainText(message.text, names, 300),
      // A path inside the app, without the `#` of the page's address.
      link: hrefOf({ at: 'channel', channelId: channel.id, messageId: message.id }).slice(1),
    });
  });

  useEffect(() => {
    if (channels === undefined) return;
    const known = before.current;
    before.current = channels;
    if (known === undefined) return;
    const { place } = currentRoute();
    const inFront = document.hasFocus() && place.at === 'channel' ? place.channelId : null;
    const news = newMentions(known, channels, inFront, Date.now());
    if (news.length > MOST) return;
    for (const channel of news) tell(channel).catch(reportError);
  }, [channels]);
}

const namesOf = (page: MessagePage, someone: string) => ({
  person: (id: string) => page.people[id]?.displayName,
  channel: (id: string) => page.channels[id]?.name,
  someone,
});
