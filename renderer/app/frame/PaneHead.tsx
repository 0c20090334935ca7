import type { ReactNode } from 'react';
import { PanelLeft } from 'lucide-react';
import { useWords } from '../../i18n/words-context.tsx';
import { useLivePick } from '../core/use-live.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { showSidebar } from '../overlays.ts';
import { useKeyLabels } from '../shortcuts/use-shortcuts.ts';
import css from './PaneHead.module.css';

/** The head of the main pane: a title, a line about it, and buttons at its end. */
export function PaneHead({
  title,
  about,
  children,
}: {
  title: ReactNode;
  about?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className={css.head}>
      <SidebarOpener />
      <h2 className={css.title}>{title}</h2>
      {about === undefined || about === '' ? null : (
        <div className={css.about}>
          <div className={css.words} dir="auto">
            {about}
          </div>
        </div>
      )}
      <div className={css.end}>{children}</div>
    </header>
  );
}

/** Brings the sidebar back, and says in its place when there is no connection. */
function SidebarOpener() {
  const t = useWords();
  const keys = useKeyLabels();
  const state = useLivePick('connection', {}, ['connection'], (connection) => connection.state);
  const isAway = state === 'offline' || state === 'stopped';
  return (
    <span className={css.opener}>
      <IconButton
        label={
          isAway
            ? t('app.openSidebarAway', { state: t(`connection.${state}`) })
            : t('app.openSidebar')
        }
        keys={keys('sidebar')}
        onPress={showSidebar}
      >
        <PanelLeft data-mirror />
        {isAway ? <span className={css.away} /> : null}
      </IconButton>
    </span>
  );
}
