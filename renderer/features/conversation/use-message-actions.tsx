import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { MessagePage, MessageView } from '../../../shared/rpc/views.ts';
import { useShell } from '../../app/core/core-context.tsx';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { openOverlay } from '../../app/overlays.ts';
import { openPanel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import type { TextReader } from '../../text/text-reader.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { notify } from '../../ui/notices.ts';
import { decode } from '../composer/visible-text.ts';
import { EmojiPopover } from '../emoji/EmojiPopover.tsx';
import { messageLink, webLink } from '../../../shared/domain/message-link.ts';
import { firstLine, openNewTask } from '../tasks/open-task.ts';
import { quoteOf } from './quote.ts';
import type { MessageActions } from './message/message-actions.ts';
import { useTextReader } from './use-text-reader.ts';
import { isUnsent } from './window/unsent.ts';

interface Place {
  channelId: string;
  onEdit: (message: MessageView | null) => void;
  onEdited: () => void;
  /** False where there is no composer to take it. */
  onTakeBack: (source: string) => Promise<boolean>;
  /** A message shall be unread; its position. */
  onUnread: (position: number) => void;
  /** The names that the page on the screen knows. */
  names: () => Pick<MessagePage, 'people' | 'channels'> | null;
}

interface Picking {
  message: MessageView;
  beside: HTMLElement;
  onClosed: (() => void) | undefined;
}

interface Acting {
  readonly actions: MessageActions;
  readonly textReader: TextReader;
  /** The picker and the question that some actions open. */
  readonly overlays: ReactNode;
}

/** What the messages of a place can do. The actions keep their identity for as long as the place. */
export function useMessageActions(place: Place): Acting {
  const t = useWords();
  const act = useAct();
  const shell = useShell();
  const here = useRef(place);
  useLayoutEffect(() => {
    here.current = place;
  });
  const { channelId } = place;
  const [picking, setPicking] = useState<Picking | null>(null);
  const [removing, setRemoving] = useState<MessageView | null>(null);

  const textReader = useTextReader();
  const address = useLivePick('session', {}, ['session'], (session) => session.address) ?? null;

  const actions = useMemo<MessageActions>(() => {
    const copy = (text: string, done = t('common.copied')): void => {
      shell.copyText({ text }).then(
        () => notify(done),
        () => notify(t('conversation.notCopied'), { bad: true }),
      );
    };
    /** As it is read: names instead of ids. */
    const readable = (source: string): string => {
      const names = here.current.names();
      return decode(source, (token) => {
        const id = token.slice(2, -1);
        if (token.startsWith('<!')) return `@${id}`;
        if (token.startsWith('<@')) {
          const name = names?.people[id]?.displayName;
          return name === undefined ? undefined : `@${name}`;
        }
        const channel = names?.channels[id]?.name;
        return channel === undefined ? undefined : `#${channel}`;
      }).text;
    };
    return {
      react: (message, emoji, on) =>
        void act((core) => core.react({ channelId, messageId: message.id, emoji, on })),
      save(message, on) {
        const state = on ? 'open' : 'removed';
        const what = { channelId, messageId: message.id, remindAt: null };
        void act((core) => core.save({ ...what, state }));
      },
      remind: ({ id, saved }) =>
        openOverlay({
          ...{ open: 'remind', channelId, messageId: id },
          remindAt: saved?.remindAt ?? null,
        }),
      makeTask({ id, text, task }) {
        if (task !== null) return openOverlay({ open: 'task', task });
        const title = firstLine(readable(text));
        openNewTask({ channelId, messageId: id, title });
      },
      pin: (message, on) => void act((core) => core.pin({ channelId, messageId: message.id, on })),
      removePreview: ({ id }, at) =>
        void act((core) => core.removePreview({ channelId, messageId: id, place: at })),
      pickReaction: (message, beside, onClosed) => setPicking({ message, beside, onClosed }),
      openThread: (rootId) => openPanel({ show: 'thread', rootId }),
      edit: (message) => here.current.onEdit(message),
      endEdit() {
        here.current.onEdit(null);
        here.current.onEdited();
      },
      remove: setRemoving,
      copyText: (source) => copy(readable(source)),
      quote(message) {
        const { authorId, id, text } = message;
        const author = here.current.names()?.people[authorId]?.displayName;
        const link = messageLink(message.channelId, id);
        const quote = quoteOf(readable(text), author ?? t('conversation.someone'), link);
        here.current.onTakeBack(quote).catch(reportError);
      },
      forward(message) {
        const page = here.current.names();
        if (page !== null) openOverlay({ open: 'forward', message, page });
      },
      history: ({ id }) => openOverlay({ open: 'history', channelId, messageId: id }),
      copyLink(message) {
        const { id } = message;
        const link =
          address === null ? messageLink(channelId, id) : webLink(address, channelId, id);
        // The id is made here (S1), so the link is right already.
        copy(link, t(isUnsent(message) ? 'conversation.linkCopiedUnsent' : 'common.copied'));
      },
      markUnread(message) {
        here.current.onUnread(message.position);
        void act((core) => core.markUnread({ channelId, position: message.position }));
      },
      openLink: textReader.openLink,
      openPerson: textReader.openPerson,
      retry: (op) => void act((core) => core.retry({ op })),
      discard: (op) => void act((core) => core.discard({ op })),
      overwrite: (op) => void act((core) => core.overwrite({ op })),
      takeBack(op, source) {
        // S7: only what stands somewhere else may go.
        const taken = here.current.onTakeBack(source);
        taken
          .then((done) => done && act((core) => core.discard({ op, toDraft: true })))
          .catch(reportError);
      },
    };
  }, [act, address, channelId, shell, t, textReader]);

  const overlays = (
    <>
      {picking === null ? null : (
        <EmojiPopover
          beside={picking.beside}
          onPick={(emoji) => {
            const mine = picking.message.reactions.some((one) => one.emoji === emoji && one.mine);
            if (!mine) actions.react(picking.message, emoji, true);
          }}
          onClose={() => {
            setPicking(null);
            picking.onClosed?.();
          }}
        />
      )}
      {removing === null ? null : (
        <ConfirmDialog
          title={t('conversation.deleteTitle')}
          note={t('conversation.deleteNote')}
          confirm={t('conversation.delete')}
          onConfirm={() => {
            setRemoving(null);
            void act((core) => core.remove({ channelId, messageId: removing.id }));
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
  return { actions, textReader, overlays };
}
