import { useSyncExternalStore } from 'react';
import { Address } from './address.ts';
import { PASSING_MS } from './passing.ts';
import { readRoute, writeRoute, type Panel, type Place, type Route } from './route.ts';

const address = new Address({
  read: () => location.hash,
  write(next, replace) {
    if (replace) history.replaceState(null, '', next);
    else history.pushState(null, '', next);
  },
  later(run) {
    const timer = setTimeout(run, PASSING_MS);
    return () => clearTimeout(timer);
  },
});
const flush = (): void => address.flush();

let hash = '';
let route: Route = readRoute('');

/** The same object for as long as the address stays the same. */
function current(): Route {
  const now = address.read();
  if (now !== hash) {
    hash = now;
    route = readRoute(hash);
  }
  return route;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  window.addEventListener('popstate', listener);
  // The same for all who listen, added once, and left for as long as the page lives: of those who
  // stop listening none may take it from the others.
  window.addEventListener('pagehide', flush);
  // A link that leads where the bar still stands would lead nowhere.
  window.addEventListener('click', flush, true);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener('popstate', listener);
  };
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, current);
/** A part of the route; what uses it is only drawn again when that part changes. */
export const useRoutePick = <T>(pick: (route: Route) => T): T =>
  useSyncExternalStore(subscribe, () => pick(current()));
export const currentRoute = (): Route => current();

/** Draws at once, in the same task: `hashchange` would come a task later. */
function go(next: Route, replace: boolean): void {
  const to = writeRoute(next);
  if (to === writeRoute(current())) return;
  address.go(to, replace);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

/** Goes to a place. The panel of the place before it is closed. */
export const goTo = (place: Place, panel: Panel | null = null): void => go({ place, panel }, false);

export const goToChannel = (channelId: string, messageId: string | null = null): void =>
  goTo({ at: 'channel', channelId, messageId });

/** Goes where a link within the app leads, as one that a notification has. */
export const followLink = (link: string): void => go(readRoute(link), false);

export const replacePlace = (place: Place): void => go({ place, panel: null }, true);

/** Opens the right panel beside the present place, or another in its stead. */
export const openPanel = (panel: Panel): void => go({ place: current().place, panel }, false);
export const closePanel = (): void => go({ place: current().place, panel: null }, false);

/** Opens a panel, or closes it where it is open. */
export const togglePanel = (panel: Panel): void =>
  current().panel?.show === panel.show ? closePanel() : openPanel(panel);

/** The address of a place as a link has it. */
export const hrefOf = (place: Place): string => writeRoute({ place, panel: null });
