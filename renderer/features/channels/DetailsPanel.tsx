import { Hash, Lock, LogOut, Paperclip } from 'lucide-react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { openPanel } from '../../app/router/router.ts';
import { openOverlay } from '../../app/overlays.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { SharedNote } from '../seen/SharedNote.tsx';
import { ChannelFacts } from './ChannelFacts.tsx';
import { ChannelManage } from './ChannelManage.tsx';
import css from './channels.module.css';
import { MembersBlock } from './MembersBlock.tsx';
import { OwnSettings } from './OwnSettings.tsx';
import { useChannel } from './use-channel.ts';
import { useChannelTitle } from './use-channel-title.ts';
import { useMayManage } from './use-may-manage.ts';

/** What a channel is, who is in it, and what the reader has set for themselves. */
export function DetailsPanel({ channelId }: { channelId: string }) {
  const t = useWords();
  const channel = useChannel(channelId) ?? undefined;
  const title = useChannelTitle(channel);
  return (
    <>
      <PanelHead title={t('channels.detailsTitle')} of={title} />
      {channel === undefined ? null : <Details channel={channel} />}
    </>
  );
}

function Details({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const mayManage = useMayManage(channel);
  const isChannel = channel.type === 'public' || channel.type === 'private';
  return (
    <div className={css.details}>
      {isChannel ? (
        <section className={css.block} aria-label={t('channels.about')}>
          <h3 className={css.title}>
            {channel.type === 'private' ? <Lock /> : <Hash />}
            {channel.name}
          </h3>
          <ChannelFacts channel={channel} />
          <CreatedBy channel={channel} />
        </section>
      ) : null}
      <MembersBlock channel={channel} />
      <SharedNote channelId={channel.id} />
      <section className={css.block}>
        <div className={css.actions}>
          <Button icon={<Paperclip />} onPress={() => openPanel({ show: 'files' })}>
            {t('files.list')}
          </Button>
        </div>
      </section>
      {channel.mine === null ? null : <OwnSettings channelId={channel.id} mine={channel.mine} />}
      {channel.mine === null || channel.type === 'dm' ? null : (
        <section className={css.block}>
          <div className={css.actions}>
            {isChannel && mayManage ? <ChannelManage channel={channel} /> : null}
            <Button
              icon={<LogOut data-mirror />}
              onPress={() => openOverlay({ open: 'leave', channelId: channel.id })}
            >
              {t('channels.leave')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

function CreatedBy({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const format = useFormat();
  const creator = useLive('person', { userId: channel.creatorId }, ['people']);
  if (!creator) return null;
  return (
    <p className={css.partial}>
      {t('channels.createdBy', {
        name: creator.displayName,
        day: format.date(channel.createdAt),
      })}
    </p>
  );
}
