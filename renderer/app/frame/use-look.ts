import { useEffect, useSyncExternalStore } from 'react';
import { limits } from '../../../shared/protocol/limits.ts';
import { useServices } from '../core/core-context.tsx';
import { whileSignedIn } from '../core/while-signed-in.ts';
import { useLinkState } from '../core/use-link-state.ts';
import { useRoute } from '../router/router.ts';
import { useLookedAt } from './looked-at.ts';

/** Without a key or a move for so long somebody is away, ms. */
const AWAY_AFTER = 5 * 60_000;

/** Told apart from merely open: the window is in front and somebody uses it. */
let active = true;
function followActivity(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (next: boolean): void => {
    if (next === active) return;
    active = next;
    changed();
  };
  const used = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => set(false), AWAY_AFTER);
    set(document.visibilityState === 'visible');
  };
  const events = [
    'pointermove',
    'pointerdown',
    'keydown',
    'focus',
    'visibilitychange',
    'blur',
  ] as const;
  for (const name of events) window.addEventListener(name, used, { passive: true });
  used();
  return () => {
    clearTimeout(timer);
    for (const name of events) window.removeEventListener(name, used);
  };
}

/** Whether the keyboard is in the window: only then what comes to an open place is seen. */
function followFocus(changed: () => void): () => void {
  window.addEventListener('focus', changed);
  window.addEventListener('blur', changed);
  return () => {
    window.removeEventListener('focus', changed);
    window.removeEventListener('blur', changed);
  };
}

/** Tells the core what is on the screen: for presence, typing, and what to fetch first. */
export function useLook(): void {
  const { link } = useServices();
  const linked = useLinkState() === 'connected';
  const { place, panel } = useRoute();
  const shown = useLookedAt((state) => state.shown);
  const isActive = useSyncExternalStore(followActivity, () => active);
  const focused = useSyncExternalStore(followFocus, () => document.hasFocus());
  const threadOf = panel?.show === 'thread' ? (panel.channelId ?? null) : null;
  const channelId = place.at === 'channel' ? place.channelId : threadOf;
  const people = [...new Set([...shown.values()].flat())].slice(0, limits.lookedAtPeople).join(' ');
  useEffect(() => {
    if (!linked) return;
    const userIds = people === '' ? [] : people.split(' ');
    link.core
      .look({ channelId, people: userIds, active: isActive, focused })
      .catch((error: unknown) => whileSignedIn(link, () => reportError(error)));
  }, [link, linked, channelId, people, isActive, focused]);
}
