import { useEffect, useRef } from 'react';
import type { MessagePage } from '../../../../shared/rpc/views.ts';
import { plainText } from '../../../../shared/domain/plain-text.ts';
import { useWords } from '../../../i18n/words-context.tsx';
import { announce } from '../../../ui/notices.ts';
import { shownText } from '../message/shown-text.ts';
import { useFindGroup } from '../../groups/use-groups.ts';
import { isUnsent } from '../window/unsent.ts';

/** Messages that come within this time are told as one sentence, ms. */
const GATHER = 1_500;
/** UTF-16 units of a message that are read out. */
const LENGTH = 160;

/**
 * Tells screen readers what others have just written here: one message in words, several as a
 * number. History that is loaded is not news, and neither is what the reader wrote, nor in a thread
 * what its channel tells too.
 */
export function useAnnounce(page: MessagePage | null, me: string, inThread = false): void {
  const t = useWords();
  const findGroup = useFindGroup();
  const newest = useRef<number | null>(null);
  const news = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (page === null || !page.atNewest) return;
    const last = page.messages.findLast((one) => !isUnsent(one))?.position ?? 0;
    const since = newest.current;
    newest.current = Math.max(last, since ?? 0);
    if (since === null) return;
    const names = {
      person: (id: string) => page.people[id]?.displayName,
      channel: (id: string) => page.channels[id]?.name,
      group: (id: string) => findGroup(id)?.name,
      someone: t('conversation.someone'),
    };
    for (const message of page.messages) {
      if (message.position <= since || isUnsent(message)) continue;
      if (message.authorId === me || message.system !== null || message.deleted) continue;
      if (inThread && message.broadcast) continue;
      const who = names.person(message.authorId) ?? names.someone;
      news.current.push(
        t('conversation.announce', { who, text: plainText(shownText(message), names, LENGTH) }),
      );
    }
    if (news.current.length === 0 || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const gathered = news.current;
      news.current = [];
      const [only] = gathered;
      if (only === undefined) return;
      announce(
        gathered.length === 1 ? only : t('conversation.announceMany', { n: gathered.length }),
      );
    }, GATHER);
  }, [page, me, t, inThread, findGroup]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
