import { MessageSquareText } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MessageView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TextReaderProvider } from '../../text/text-reader.ts';
import { useChannel } from '../channels/use-channel.ts';
import { useChannelTitle } from '../channels/use-channel-title.ts';
import { useMayManage } from '../channels/use-may-manage.ts';
import { Composer, type ComposerHandle } from '../composer/Composer.tsx';
import { sendAs, type SendHow } from '../composer/send-how.ts';
import type { MessageListHandle } from '../conversation/list/MessageList.tsx';
import { useAnnounce } from '../conversation/list/use-announce.ts';
import { usePageNames } from '../conversation/list/use-page-names.ts';
import { MessageActionsProvider } from '../conversation/message/message-actions.ts';
import type { Reader } from '../conversation/message/permissions.ts';
import { FileDrop } from '../files/FileDrop.tsx';
import { TypingLine } from '../conversation/TypingLine.tsx';
import { useMessageActions } from '../conversation/use-message-actions.tsx';
import { FollowButton } from './FollowButton.tsx';
import { ScheduledLine } from '../scheduled/ScheduledLine.tsx';
import { ThreadList } from './ThreadList.tsx';
import { useNewAfter, useReadThread } from './use-read-thread.ts';
import css from './ThreadPanel.module.css';

interface Props {
  channelId: string;
  rootId: string;
}

/** A thread in the right panel. Another root is another thread: nothing of it is kept. */
export function ThreadPanel(props: Props) {
  return <Thread key={props.rootId} {...props} />;
}

function Thread({ channelId, rootId }: Props) {
  const t = useWords();
  const act = useAct();
  const channel = useChannel(channelId) ?? undefined;
  const title = useChannelTitle(channel);
  const mayManage = useMayManage(channel);
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const thread = useLive('thread', { channelId, rootId }, [
    `thread:${rootId}`,
    `channel:${channelId}`,
    'company',
    'groups',
  ]);
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const [editingId, setEditingId] = useState<string | null>(null);
  const [broadcast, setBroadcast] = useState(false);
  const page = thread?.page ?? null;
  const newAfter = useNewAfter(thread);
  useReadThread(rootId, thread);
  useAnnounce(page, me?.id ?? '', true);
  const { names, authors } = usePageNames(page, me);

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
    onUnread: () => undefined,
    names: () => page,
  });
  // Whoever opens a thread means to write there, also from the composer of the channel.
  const ready = thread !== undefined && channel !== undefined;
  useEffect(() => {
    if (ready) composer.current?.focus();
  }, [ready]);

  const send = (text: string, how: SendHow): void => {
    void act((core) => sendAs(core, { channelId, rootId, broadcast }, text, how));
    setBroadcast(false);
    if (how.later === undefined) list.current?.toEnd();
  };
  const editLast = (): boolean => {
    const last = list.current?.lastOwn();
    if (last === undefined) return false;
    actions.edit(last);
    return true;
  };
  const conversation = channel?.type === 'dm' || channel?.type === 'group';
  return (
    <TextReaderProvider value={textReader}>
      <MessageActionsProvider value={actions}>
        <PanelHead title={t('thread.title')} of={title}>
          {channel?.mine == null || thread?.root == null ? null : (
            <FollowButton channelId={channelId} rootId={rootId} following={thread.following} />
          )}
        </PanelHead>
        {thread?.root === null ? (
          <EmptyState
            small
            icon={<MessageSquareText />}
            title={t('thread.notHereTitle')}
            note={t('thread.notHere')}
          />
        ) : (
          <FileDrop
            className={css.thread}
            onFiles={mayWrite ? (files) => composer.current?.attach(files) : null}
          >
            <ThreadList
              ref={list}
              channelId={channelId}
              root={thread?.root ?? null}
              messages={page?.messages ?? []}
              newAfter={newAfter}
              drawing={{ channelId, names, authors, reader, editingId }}
              onLeave={() => composer.current?.focus()}
            />
            <TypingLine channelId={channelId} rootId={rootId} />
            {mayWrite ? (
              <div className={css.foot}>
                <ScheduledLine channelId={channelId} rootId={rootId} />
                <Composer
                  ref={composer}
                  channelId={channelId}
                  rootId={rootId}
                  label={t('thread.replyLabel')}
                  placeholder={t('thread.reply')}
                  names={names}
                  everybody={channel?.type !== 'dm'}
                  onSend={send}
                  onUp={editLast}
                >
                  <label className={css.also}>
                    <input
                      type="checkbox"
                      className={css.check}
                      checked={broadcast}
                      onChange={(event) => setBroadcast(event.target.checked)}
                    />
                    {conversation
                      ? t('thread.alsoHere')
                      : t('thread.also', { channel: `#${channel?.name ?? ''}` })}
                  </label>
                </Composer>
              </div>
            ) : null}
          </FileDrop>
        )}
        {overlays}
      </MessageActionsProvider>
    </TextReaderProvider>
  );
}
