import { useMemo } from 'react';
import { readMessageLink, type MessagePlace } from '../../../shared/domain/message-link.ts';
import { useServices, useShell } from '../../app/core/core-context.tsx';
import { goToChannel, openPanel } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { TextReader } from '../../text/text-reader.ts';
import { notify } from '../../ui/notices.ts';
import { useEmojiPicture } from '../emoji/own-emoji.ts';
import { groupWords } from '../groups/group-words.ts';
import { useFindGroup } from '../groups/use-groups.ts';

/** What links, people and channels in a text open, wherever the text is shown. */
export function useTextReader(): TextReader {
  const t = useWords();
  const shell = useShell();
  const { live } = useServices();
  const format = useFormat();
  const findGroup = useFindGroup();
  const pictureOf = useEmojiPicture();
  return useMemo(() => {
    /** A relay may have several addresses: a conversation that is known here is another proof. */
    const isOurs = ({ address, channelId }: MessagePlace): boolean => {
      if (address === null) return true;
      if (live.query('session', {}, ['session']).current()?.address === address) return true;
      const sidebar = live.query('sidebar', {}, ['sidebar']).current();
      return sidebar?.channels.some(({ id }) => id === channelId) === true;
    };
    return {
      openLink(url) {
        const inside = readMessageLink(url);
        if (inside !== null && isOurs(inside)) {
          return goToChannel(inside.channelId, inside.messageId);
        }
        void shell.openOutside({ url }).then((opened) => {
          if (!opened) notify(t('app.outsideRefused'), { bad: true });
        }, reportError);
        return undefined;
      },
      openPerson: (userId) => openPanel({ show: 'profile', userId }),
      openChannel: (id) => goToChannel(id),
      group(id) {
        const group = findGroup(id);
        if (group === undefined) return undefined;
        return { name: group.name, mine: group.mine, people: groupWords(group, format, t) };
      },
      emoji: pictureOf,
      openGroup: (groupId) => openPanel({ show: 'group', groupId }),
    };
  }, [live, shell, t, format, findGroup, pictureOf]);
}
