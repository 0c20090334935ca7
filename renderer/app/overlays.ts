import { create } from 'zustand';
import type { TaskView } from '../../shared/rpc/task-views.ts';
import type { MessagePage, MessageView } from '../../shared/rpc/views.ts';
import type { TaskDraft } from '../features/tasks/task-draft.ts';

/** A form that a command of the composer may have opened. */
export interface FromCommand {
  /** Given up, it gives what was typed back to the composer. */
  readonly giveBack?: (() => void) | undefined;
}

/** What lies over the page. One at a time; it is not part of the address. */
export type Overlay =
  | { readonly open: 'switcher' }
  | { readonly open: 'shortcuts' }
  | { readonly open: 'create-channel'; readonly name: string }
  | { readonly open: 'invite'; readonly channelId: string }
  | { readonly open: 'leave'; readonly channelId: string }
  | {
      readonly open: 'remind';
      readonly channelId: string;
      readonly messageId: string;
      readonly remindAt: number | null;
    }
  | {
      readonly open: 'forward';
      readonly message: MessageView;
      readonly page: Pick<MessagePage, 'people' | 'channels'>;
    }
  | { readonly open: 'history'; readonly channelId: string; readonly messageId: string }
  | { readonly open: 'move'; readonly channelId: string }
  | {
      readonly open: 'section';
      readonly sectionId: string | null;
      readonly channelId: string | null;
    }
  | ({ readonly open: 'task'; readonly task: TaskView | TaskDraft } & FromCommand)
  | ({
      readonly open: 'checklist';
      readonly channelId: string;
      readonly rootId: string | null;
      readonly title: string;
    } & FromCommand)
  | ({
      readonly open: 'poll';
      readonly channelId: string;
      readonly rootId: string | null;
      readonly question: string;
    } & FromCommand)
  | { readonly open: 'status' }
  | { readonly open: 'sign-out' };

interface Overlays {
  readonly overlay: Overlay | null;
  /** The sidebar over the page, where the window is too narrow for both. */
  readonly sidebar: boolean;
  /** The sidebar was put away, where there is room for it. */
  readonly sidebarAway: boolean;
  readonly outbox: boolean;
}

export const useOverlays = create<Overlays>(() => ({
  overlay: null,
  sidebar: false,
  sidebarAway: false,
  outbox: false,
}));

/** What had the focus before anything lay over the page; one overlay may lead to another. */
let before: HTMLElement | null = null;

export const openOverlay = (overlay: Overlay): void => {
  const { activeElement } = document;
  const inOverlay = activeElement?.closest('[role="dialog"], [role="menu"]') != null;
  if (activeElement instanceof HTMLElement && !inOverlay) before = activeElement;
  useOverlays.setState({ overlay });
};

/** Call when nothing lies over the page any more: where the focus was, if that is still there. */
export function focusBefore(): void {
  const back = before;
  before = null;
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (lost && back?.isConnected === true) back.focus();
}

export const closeOverlay = (): void => useOverlays.setState({ overlay: null });

/** Closes what lies over the page, and nothing has come of it. */
export function cancelOverlay(): void {
  const { overlay } = useOverlays.getState();
  closeOverlay();
  if (overlay !== null && 'giveBack' in overlay) overlay.giveBack?.();
}

/** Below it the sidebar lies over the page: as in Frame.module.css. */
const isNarrow = (): boolean => matchMedia('(max-width: 899px)').matches;

export const showSidebar = (): void =>
  useOverlays.setState(isNarrow() ? { sidebar: true } : { sidebarAway: false });
export const closeSidebar = (): void => useOverlays.setState({ sidebar: false });
export const toggleSidebar = (): void =>
  useOverlays.setState(({ sidebar, sidebarAway }) =>
    isNarrow() ? { sidebar: !sidebar } : { sidebarAway: !sidebarAway },
  );
export const showOutbox = (outbox: boolean): void => useOverlays.setState({ outbox });
