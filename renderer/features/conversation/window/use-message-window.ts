import { useSyncExternalStore } from 'react';
import { useServices, type Services } from '../../../app/core/core-context.tsx';
import { reportReadFailure } from '../../../app/read-failures.ts';
import type { MessageWindow, WindowView } from './message-window.ts';
import { MessageWindows } from './windows.ts';

/** One set of windows for each line to a core, for as long as that line lives. */
const byLink = new WeakMap<Services['link'], MessageWindows>();

export function windowsOf({ link }: Services): MessageWindows {
  const known = byLink.get(link);
  if (known !== undefined) return known;
  const windows = new MessageWindows(link.core, (error) => {
    // While the core is away the banner says so, and every window is asked for again after.
    if (link.state === 'connected') reportReadFailure('messages', error);
  });
  link.onTopics((topics) => windows.changed(topics));
  link.onState(() => {
    if (link.state === 'connected') windows.changedAll();
  });
  byLink.set(link, windows);
  return windows;
}

export const useMessageWindow = (channelId: string): MessageWindow =>
  windowsOf(useServices()).get(channelId);

export const useWindowView = (window: MessageWindow): WindowView =>
  useSyncExternalStore(window.subscribe, window.view);
