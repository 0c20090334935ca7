import { useRef } from 'react';
import { ActivityPane } from '../../features/activity/ActivityPane.tsx';
import { AdminPane } from '../../features/admin/AdminPane.tsx';
import { BrowseChannels } from '../../features/channels/BrowseChannels.tsx';
import { ChannelPane } from '../../features/channels/ChannelPane.tsx';
import { Directory } from '../../features/people/Directory.tsx';
import { NewMessage } from '../../features/people/NewMessage.tsx';
import { ScheduledPane } from '../../features/scheduled/ScheduledPane.tsx';
import { SavedPane } from '../../features/saved/SavedPane.tsx';
import { SettingsPane } from '../../features/settings/SettingsPane.tsx';
import { TasksPane } from '../../features/tasks/TasksPane.tsx';
import { ThreadsPane } from '../../features/threads/ThreadsPane.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { hrefOf, useRoute } from '../router/router.ts';
import type { Place } from '../router/route.ts';
import { Boundary } from './Boundary.tsx';
import { Home } from './Home.tsx';
import css from './pane.module.css';
import { useFocusMain } from './use-focus-main.ts';

/** The main pane: what the address names. */
export function MainPane() {
  const t = useWords();
  const { place } = useRoute();
  const main = useRef<HTMLElement>(null);
  useFocusMain(main, hrefOf(place));
  return (
    <main ref={main} id="main" className={css.pane} aria-label={t('app.main')} tabIndex={-1}>
      <Boundary of={hrefOf(place)}>
        <PlaceView place={place} />
      </Boundary>
    </main>
  );
}

function PlaceView({ place }: { place: Place }) {
  switch (place.at) {
    case 'channel':
      return <ChannelPane channelId={place.channelId} messageId={place.messageId} />;
    case 'activity':
      return <ActivityPane />;
    case 'threads':
      return <ThreadsPane />;
    case 'browse':
      return <BrowseChannels />;
    case 'people':
      return <Directory />;
    case 'new':
      return <NewMessage />;
    case 'scheduled':
      return <ScheduledPane />;
    case 'saved':
      return <SavedPane />;
    case 'tasks':
      return <TasksPane />;
    case 'settings':
      return <SettingsPane />;
    case 'admin':
      return <AdminPane />;
    default:
      return <Home />;
  }
}
