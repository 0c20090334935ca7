import { useMemo, useRef, useState, type ComponentProps } from 'react';
import type { MessageView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { TextReaderProvider } from '../../text/text-reader.ts';
import { useChannel } from '../channels/use-channel.ts';
import { useChannelTitle } from '../channels/use-channel-title.ts';
import { useMayManage } from '../channels/use-may-manage.ts';
import { Composer, type ComposerHandle } from '../composer/Composer.tsx';
import { sendAs, type SendHow } from '../composer/send-how.ts';
import { FileDrop } from '../files/FileDrop.tsx';
import { SeenLine } from '../seen/SeenLine.tsx';
import { ArchivedLine } from './ArchivedLine.tsx';
import css from './Conversation.module.css';
import { MessageList, type MessageListHandle } from './list/MessageList.tsx';
import { usePageNames } from './list/use-page-names.ts';
import { ScheduledLine } from '../scheduled/ScheduledLine.tsx';
import { MessageActionsProvider } from './message/message-actions.ts';
import type { Reader } from './message/permissions.ts';
import { TypingLine } from './TypingLine.tsx';
import { useMessageActions } from './use-message-actions.tsx';
import { useMessageWindow, useWindowView } from './window/use-message-window.ts';

interface Props {
  channelId: string;
  /** To show: a deep link, a search hit. */
  messageId: string | null;
}

/** Below the head of a channel or a conversation: its messages, who is typing, and where one writes. */
export function Conversation({ channelId, messageId }: Props) {
  const t = useWords();
  const act = useAct();
  const channel = useChannel(channelId) ?? undefined;
  const title = useChannelTitle(channel);
  const mayManage = useMayManage(channel);
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const window = useMessageWindow(channelId);
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const [editingId, setEditingId] = useState<string | null>(null);

  const meId = me?.id ?? '';
  const mayWrite = channel !== undefined && channel.mine !== null && !channel.archived;
  const reader = useMemo<Reader>(
    () => ({ id: meId, mayWrite, mayManage }),
    [meId, mayWrite, mayManage],
  );
  const { actions, textReader, overlays } = useMessageActions({
    channelId,
    onEdit: (message: MessageView | null) => setEditingId(message?.id ?? null),
    onEdited: () => composer.current?.focus(),
    onTakeBack: async (source) => (await composer.current?.takeBack(source)) ?? false,
    onUnread: (position) => window.keepUnread(position - 1),
    names: () => window.view().page,
  });

  const send = (text: string, how: SendHow): void => {
    const place = { channelId, rootId: null, broadcast: false };
    void act((core) => sendAs(core, place, text, how));
    if (how.later === undefined) window.wrote();
  };
  const editLast = (): boolean => {
    const last = list.current?.lastOwn();
    if (last === undefined) return false;
    actions.edit(last);
    return true;
  };
  const placeholder = t('composer.placeholder', { place: title });
  return (
    <TextReaderProvider value={textReader}>
      <MessageActionsProvider value={actions}>
        <FileDrop
          className={css.body}
          onFiles={mayWrite ? (files) => composer.current?.attach(files) : null}
        >
          <MessageList
            ref={list}
            channel={channel}
            channelId={channelId}
            messageId={messageId}
            window={window}
            me={me}
            reader={reader}
            editingId={editingId}
            onLeave={() => composer.current?.focus()}
          />
          <SeenLine channelId={channelId} />
          <TypingLine channelId={channelId} rootId={null} />
          <div className={css.foot}>
            <ScheduledLine channelId={channelId} rootId={null} />
            {channel?.archived === true ? (
              <ArchivedLine channel={channel} mayManage={mayManage} />
            ) : (
              <ComposerOf
                ref={composer}
                channelId={channelId}
                label={placeholder}
                everybody={channel?.type !== 'dm'}
                onSend={send}
                onUp={editLast}
              />
            )}
          </div>
        </FileDrop>
        {overlays}
      </MessageActionsProvider>
    </TextReaderProvider>
  );
}

type ComposerOfProps = Omit<ComponentProps<typeof Composer>, 'rootId' | 'placeholder' | 'names'>;

/** The composer, with the names that the page on the screen knows. */
function ComposerOf(props: ComposerOfProps) {
  const window = useMessageWindow(props.channelId);
  const { page } = useWindowView(window);
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const { names } = usePageNames(page, me);
  return <Composer {...props} rootId={null} placeholder={props.label} names={names} />;
}
