import { Pin, PinOff } from 'lucide-react';
import type { PinList, PinView } from '../../../shared/rpc/list-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useChannel } from '../channels/use-channel.ts';
import { useChannelTitle } from '../channels/use-channel-title.ts';
import { MessageCard } from '../conversation/message/MessageCard.tsx';
import { useTextNames } from '../conversation/use-text-names.ts';
import css from './PinsPanel.module.css';

/** What is pinned in a channel: read it, go there, take it down. */
export function PinsPanel({ channelId }: { channelId: string }) {
  const t = useWords();
  const channel = useChannel(channelId) ?? undefined;
  const title = useChannelTitle(channel);
  const list = useKept(useLive('pins', { channelId }, [`channel:${channelId}`, 'people']));
  const mayWrite = channel !== undefined && channel.mine !== null && !channel.archived;
  return (
    <>
      <PanelHead title={t('pins.title')} of={title} />
      {list === undefined ? null : <Pins channelId={channelId} list={list} mayUnpin={mayWrite} />}
    </>
  );
}

interface PinsProps {
  channelId: string;
  list: PinList;
  mayUnpin: boolean;
}

function Pins({ channelId, list, mayUnpin }: PinsProps) {
  const t = useWords();
  const names = useTextNames(list);
  const { pins } = list;
  if (pins.length === 0 && list.complete) {
    return <EmptyState small icon={<Pin />} title={t('pins.none')} note={t('pins.noneNote')} />;
  }
  return (
    <div className={css.list}>
      <ul aria-label={t('pins.title')}>
        {pins.map((pin) => (
          <PinRow
            key={pin.messageId}
            channelId={channelId}
            pin={pin}
            list={list}
            names={names}
            mayUnpin={mayUnpin}
          />
        ))}
      </ul>
      {list.complete ? null : <p className={css.partial}>{t('pins.partial')}</p>}
    </div>
  );
}

function PinRow(props: PinsProps & { pin: PinView; names: TextNames }) {
  const { channelId, pin, list, names, mayUnpin } = props;
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const act = useAct();
  const { messageId, message } = pin;
  const who = list.people[pin.by]?.displayName ?? t('conversation.someone');
  return (
    <MessageCard
      channelId={channelId}
      messageId={messageId}
      message={message}
      author={message === null ? undefined : list.people[message.authorId]}
      names={names}
      away={t('pins.away')}
      note={t('pins.by', { who, when: format.moment(pin.at, now) })}
      tools={
        mayUnpin ? (
          <IconButton
            size="small"
            label={t('pins.unpin')}
            onPress={() => void act((core) => core.pin({ channelId, messageId, on: false }))}
          >
            <PinOff />
          </IconButton>
        ) : null
      }
    />
  );
}
