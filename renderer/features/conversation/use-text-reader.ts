import { useMemo } from 'react';
import { readMessageLink } from '../../../shared/domain/message-link.ts';
import { useShell } from '../../app/core/core-context.tsx';
import { goToChannel, openPanel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import type { TextReader } from '../../text/text-reader.ts';
import { notify } from '../../ui/notices.ts';

/** What links, people and channels in a text open, wherever the text is shown. */
export function useTextReader(): TextReader {
  const t = useWords();
  const shell = useShell();
  return useMemo(
    () => ({
      openLink(url) {
        const inside = readMessageLink(url);
        if (inside !== null) return goToChannel(inside.channelId, inside.messageId);
        void shell.openOutside({ url }).then((opened) => {
          if (!opened) notify(t('app.outsideRefused'), { bad: true });
        }, reportError);
        return undefined;
      },
      openPerson: (userId) => openPanel({ show: 'profile', userId }),
      openChannel: (id) => goToChannel(id),
    }),
    [shell, t],
  );
}
