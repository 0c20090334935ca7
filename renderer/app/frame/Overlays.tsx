import { useEffect } from 'react';
import { CreateChannelDialog } from '../../features/channels/CreateChannelDialog.tsx';
import { ChecklistDialog } from '../../features/checklists/ChecklistDialog.tsx';
import { InviteDialog } from '../../features/channels/InviteDialog.tsx';
import { LeaveDialog } from '../../features/channels/LeaveDialog.tsx';
import { ForwardDialog } from '../../features/forward/ForwardDialog.tsx';
import { EditHistory } from '../../features/history/EditHistory.tsx';
import { PollDialog } from '../../features/polls/PollDialog.tsx';
import { RemindDialog } from '../../features/saved/RemindDialog.tsx';
import { SignOutDialog } from '../../features/settings/SignOutDialog.tsx';
import { StatusDialog } from '../../features/settings/StatusDialog.tsx';
import { ShortcutsDialog } from '../../features/shortcuts/ShortcutsDialog.tsx';
import { MoveDialog } from '../../features/sidebar/MoveDialog.tsx';
import { SectionDialog } from '../../features/sidebar/SectionDialog.tsx';
import { TaskDialog } from '../../features/tasks/TaskDialog.tsx';
import { Switcher } from '../../features/switcher/Switcher.tsx';
import { focusBefore, useOverlays } from '../overlays.ts';

/** What lies over the page at this time. */
export function Overlays() {
  const overlay = useOverlays((overlays) => overlays.overlay);
  useEffect(() => {
    if (overlay === null) focusBefore();
  }, [overlay]);
  switch (overlay?.open) {
    case 'switcher':
      return <Switcher />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'create-channel':
      return <CreateChannelDialog name={overlay.name} />;
    case 'invite':
      return <InviteDialog channelId={overlay.channelId} />;
    case 'leave':
      return <LeaveDialog channelId={overlay.channelId} />;
    case 'remind':
      return <RemindDialog {...overlay} />;
    case 'forward':
      return <ForwardDialog message={overlay.message} page={overlay.page} />;
    case 'history':
      return <EditHistory channelId={overlay.channelId} messageId={overlay.messageId} />;
    case 'move':
      return <MoveDialog channelId={overlay.channelId} />;
    case 'section':
      return <SectionDialog {...overlay} />;
    case 'checklist':
      return <ChecklistDialog {...overlay} />;
    case 'task':
      return <TaskDialog task={overlay.task} />;
    case 'poll':
      return <PollDialog {...overlay} />;
    case 'status':
      return <StatusDialog />;
    case 'sign-out':
      return <SignOutDialog />;
    default:
      return null;
  }
}
