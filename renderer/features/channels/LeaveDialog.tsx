import { useAct } from '../../app/core/use-act.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { currentRoute, goTo } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { useChannel } from './use-channel.ts';
import { useChannelTitle } from './use-channel-title.ts';

/** Asks before a channel and its messages are taken off this computer (S11). */
export function LeaveDialog({ channelId }: { channelId: string }) {
  const t = useWords();
  const act = useAct();
  const channel = useChannel(channelId);
  const title = useChannelTitle(channel ?? undefined);
  const leave = (): void => {
    void act((core) => core.leaveChannel({ channelId })).then((queued) => {
      closeOverlay();
      const { place } = currentRoute();
      const isOpen = place.at === 'channel' && place.channelId === channelId;
      if (queued !== undefined && isOpen) goTo({ at: 'home' });
    });
  };
  if (channel === undefined || channel === null) return null;
  return (
    <ConfirmDialog
      title={t('channels.leaveTitle', { name: title })}
      note={t(channel.type === 'public' ? 'channels.leaveNote' : 'channels.leavePrivateNote')}
      confirm={t('channels.leave')}
      onConfirm={leave}
      onClose={closeOverlay}
    />
  );
}
