import { useEffect, useState } from 'react';
import type { ThreadView } from '../../../shared/rpc/views.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { useWindowFocus } from '../conversation/list/use-window-focus.ts';

/** Where the "New" divider stands: as it was when the thread was opened. */
export function useNewAfter(thread: ThreadView | undefined): number | null {
  const [newAfter, setNewAfter] = useState<number | null | undefined>(undefined);
  if (thread !== undefined && newAfter === undefined) {
    setNewAfter(thread.unread > 0 ? thread.readTo : null);
  }
  return newAfter ?? null;
}

/** What stands in an open thread before somebody's eyes has been read. */
export function useReadThread(rootId: string, thread: ThreadView | undefined): void {
  const core = useCore();
  const focused = useWindowFocus();
  const unread = thread?.root == null ? 0 : thread.unread;
  const last = thread?.page.messages.at(-1)?.id;
  useEffect(() => {
    if (focused && unread > 0) core.readThread({ rootId }).catch(reportError);
  }, [core, focused, rootId, unread, last]);
}
