import {
  BellOff,
  BellRing,
  CheckCheck,
  FolderInput,
  Info,
  LogOut,
  Star,
  StarOff,
} from 'lucide-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import type { SidebarChannel } from '../../../shared/rpc/views.ts';
import { useServices } from '../../app/core/core-context.tsx';
import { useAct } from '../../app/core/use-act.ts';
import { openOverlay } from '../../app/overlays.ts';
import { goTo } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { useContextMenu } from '../../ui/ContextMenu.tsx';
import { MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { useMarkRead } from './use-mark-read.ts';

/** The right-click menu of whichever row is under the pointer: one menu for the whole list. */
export function useSidebarMenu(): {
  onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  menu: ReactNode;
} {
  const { live } = useServices();
  const [channel, setChannel] = useState<SidebarChannel | null>(null);
  const context = useContextMenu(
    channel?.title ?? '',
    channel === null ? null : <Items channel={channel} />,
  );
  return {
    onContextMenu: (event) => {
      const row = event.target instanceof Element ? event.target.closest('[data-channel]') : null;
      const id = row?.getAttribute('data-channel');
      const sidebar = live.query('sidebar', {}, ['sidebar']).current();
      const found = sidebar?.channels.find((each) => each.id === id);
      if (found === undefined) return;
      setChannel(found);
      context.onContextMenu(event);
    },
    menu: context.menu,
  };
}

function Items({ channel }: { channel: SidebarChannel }) {
  const t = useWords();
  const act = useAct();
  const markRead = useMarkRead();
  const { id, starred, muted } = channel;
  return (
    <>
      <MenuItem icon={<CheckCheck />} onAction={() => markRead(id)}>
        {t('sidebar.menu.markRead')}
      </MenuItem>
      <MenuItem
        icon={starred ? <StarOff /> : <Star />}
        onAction={() =>
          void act((core) => core.setMembership({ channelId: id, starred: !starred }))
        }
      >
        {t(starred ? 'sidebar.menu.unstar' : 'sidebar.menu.star')}
      </MenuItem>
      <MenuItem
        icon={<FolderInput data-mirror />}
        onAction={() => openOverlay({ open: 'move', channelId: id })}
      >
        {t('sidebar.menu.move')}
      </MenuItem>
      <MenuItem
        icon={muted ? <BellRing /> : <BellOff />}
        onAction={() => void act((core) => core.setMembership({ channelId: id, muted: !muted }))}
      >
        {t(muted ? 'sidebar.menu.unmute' : 'sidebar.menu.mute')}
      </MenuItem>
      <MenuItem
        icon={<Info />}
        onAction={() =>
          goTo({ at: 'channel', channelId: id, messageId: null }, { show: 'details' })
        }
      >
        {t('sidebar.menu.details')}
      </MenuItem>
      {channel.type === 'dm' ? null : <MenuLine />}
      {channel.type === 'dm' ? null : (
        <MenuItem
          danger
          icon={<LogOut data-mirror />}
          onAction={() => openOverlay({ open: 'leave', channelId: id })}
        >
          {t('sidebar.menu.leave')}
        </MenuItem>
      )}
    </>
  );
}
