import { ThreadPanel } from '../../features/thread/ThreadPanel.tsx';
import { DetailsPanel } from '../../features/channels/DetailsPanel.tsx';
import { MembersPanel } from '../../features/channels/MembersPanel.tsx';
import { ProfilePanel } from '../../features/people/ProfilePanel.tsx';
import { SearchPanel } from '../../features/search/SearchPanel.tsx';
import { FilesPanel } from '../../features/files/FilesPanel.tsx';
import { GroupPanel } from '../../features/groups/GroupPanel.tsx';
import { PinsPanel } from '../../features/pins/PinsPanel.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { closePanel, useRoute } from '../router/router.ts';
import { writeRoute, type Panel } from '../router/route.ts';
import { Boundary } from './Boundary.tsx';
import css from './pane.module.css';
import { useFocusReturn } from './use-focus-return.ts';

/** The panel at the end of the window, where the address names one. */
export function RightPanel() {
  const t = useWords();
  const { place, panel } = useRoute();
  const channelId = place.at === 'channel' ? place.channelId : null;
  useFocusReturn(panel !== null);
  if (panel === null) return null;
  return (
    <aside
      className={classNames(css.pane, css.panel)}
      aria-label={t('app.panel')}
      onKeyDown={(event) => {
        // What is open over the panel has its own Esc; React brings that here too.
        const within = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || event.defaultPrevented || !within) return;
        if (event.nativeEvent.isComposing) return;
        event.preventDefault();
        closePanel();
      }}
    >
      <Boundary of={writeRoute({ place, panel })}>
        <PanelView panel={panel} channelId={channelId} />
      </Boundary>
    </aside>
  );
}

function PanelView({ panel, channelId }: { panel: Panel; channelId: string | null }) {
  if (panel.show === 'profile') return <ProfilePanel userId={panel.userId} />;
  if (panel.show === 'group') return <GroupPanel groupId={panel.groupId} />;
  if (panel.show === 'search') {
    return <SearchPanel channelId={panel.here ? channelId : null} query={panel.query} />;
  }
  if (panel.show === 'thread') {
    const of = panel.channelId ?? channelId;
    return of === null ? null : <ThreadPanel channelId={of} rootId={panel.rootId} />;
  }
  if (channelId === null) return null;
  if (panel.show === 'files') return <FilesPanel channelId={channelId} />;
  if (panel.show === 'pins') return <PinsPanel channelId={channelId} />;
  if (panel.show === 'members') return <MembersPanel channelId={channelId} />;
  return <DetailsPanel channelId={channelId} />;
}
