import { Gallery } from '../../features/files/Gallery.tsx';
import { useEffect, useRef, type CSSProperties } from 'react';
import { ConnectionPill } from '../../features/connection/ConnectionPill.tsx';
import { Sidebar } from '../../features/sidebar/Sidebar.tsx';
import { useNotifications } from '../../features/notifications/use-notifications.ts';
import { useWarmSwitcher } from '../../features/switcher/use-warm-switcher.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useShellInfo } from '../core/core-context.tsx';
import { useLivePick } from '../core/use-live.ts';
import { closeSidebar, useOverlays } from '../overlays.ts';
import { writeRoute } from '../router/route.ts';
import { useRoutePick } from '../router/router.ts';
import { AppShortcuts } from './AppShortcuts.tsx';
import css from './Frame.module.css';
import { goIntoMain } from './go-into-main.ts';
import { MainPane } from './MainPane.tsx';
import { Overlays } from './Overlays.tsx';
import { Rail } from './Rail.tsx';
import { RightPanel } from './RightPanel.tsx';
import { SidebarEdge } from './SidebarEdge.tsx';
import { useLook } from './use-look.ts';
import { useReadFailureNotice } from './use-read-failure-notice.ts';
import { useWindowTitle } from './use-window-title.ts';

/** The window of somebody who is signed in: rail, sidebar, main pane, right panel. */
export function Frame() {
  const t = useWords();
  const { ownFrame } = useShellInfo();
  const withPanel = useRoutePick(({ panel }) => panel !== null);
  const width = useLivePick('preferences', {}, ['preferences'], (p) => p.sidebarWidth);
  const sidebarOver = useOverlays((overlays) => overlays.sidebar);
  const sidebarAway = useOverlays((overlays) => overlays.sidebarAway);
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={frame}
      className={classNames(css.frame, withPanel && css.withPanel)}
      data-own-frame={ownFrame ? '' : undefined}
      data-sidebar-away={sidebarAway ? '' : undefined}
      style={width === undefined ? undefined : ({ '--sidebar': `${width}px` } as CSSProperties)}
    >
      <a href="#main" className={css.skip} onClick={focusMain}>
        {t('app.skip')}
      </a>
      <div className={classNames(css.rail, sidebarOver && css.railOver)}>
        <Rail />
      </div>
      <div className={classNames(css.sidebar, sidebarOver && css.over)}>
        <Sidebar
          foot={
            <>
              <ConnectionPill />
              <SidebarEdge frame={frame} />
            </>
          }
        />
      </div>
      {sidebarOver ? <div className={css.veil} aria-hidden onPointerDown={closeSidebar} /> : null}
      <MainPane />
      <RightPanel />
      <Overlays />
      <Gallery />
      <AppShortcuts />
      <Attendants />
    </div>
  );
}

/** What goes on beside the screen. Apart, so that it does not draw the frame again. */
function Attendants() {
  const route = useRoutePick(writeRoute);
  // Wherever one goes, what lay over the page would hide it.
  useEffect(closeSidebar, [route]);
  useLook();
  useNotifications();
  useWindowTitle();
  useReadFailureNotice();
  useWarmSwitcher();
  return null;
}

/** The address keeps naming the place, so the link moves the focus itself. */
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  goIntoMain();
}
