/** Where the person is. The address is `#<place>?panel=<panel>`, so it also works from a file. */
export interface Route {
  readonly place: Place;
  readonly panel: Panel | null;
}

export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'channel'; readonly channelId: string; readonly messageId: string | null }
  | { readonly at: 'threads' }
  | { readonly at: 'activity' }
  | { readonly at: 'browse' }
  | { readonly at: 'people' }
  | { readonly at: 'new' }
  | { readonly at: 'scheduled' }
  | { readonly at: 'saved' }
  | { readonly at: 'tasks' }
  | { readonly at: 'settings' }
  | { readonly at: 'admin' };

export type Panel =
  /** `channelId` where the place is not its channel. */
  | { readonly show: 'thread'; readonly rootId: string; readonly channelId?: string }
  | { readonly show: 'profile'; readonly userId: string }
  | { readonly show: 'group'; readonly groupId: string }
  /** `here` searches in the channel of the place, otherwise everywhere. */
  | { readonly show: 'search'; readonly here: boolean; readonly query: string }
  | { readonly show: 'details' }
  | { readonly show: 'pins' }
  | { readonly show: 'files' }
  | { readonly show: 'members' };

/** Panels of a channel that need no more than their name. */
const PLAIN_PANELS = ['details', 'members', 'pins', 'files'] as const;
type PlainPanel = (typeof PLAIN_PANELS)[number];
/** Places that are their own name. */
const PLAIN = [
  ...(['threads', 'activity', 'saved', 'tasks', 'scheduled'] as const),
  ...(['browse', 'people', 'new', 'settings', 'admin'] as const),
] as const;
const ID = /^[0-9a-f-]{36}$/;

function readPlace(path: string): Place {
  const [first = '', id = '', word = '', messageId = ''] = path.split('/').filter(Boolean);
  if (first === 'c' && ID.test(id)) {
    return {
      at: 'channel',
      channelId: id,
      messageId: word === 'm' && ID.test(messageId) ? messageId : null,
    };
  }
  const plain = PLAIN.find((at) => at === first);
  if (plain !== undefined) return { at: plain };
  return { at: 'home' };
}

function readPanel(value: string | null, query: string): Panel | null {
  if (value === null) return null;
  const [show = '', id = '', channelId = ''] = value.split(':');
  if (show === 'thread' && ID.test(id)) {
    return ID.test(channelId) ? { show, rootId: id, channelId } : { show, rootId: id };
  }
  if (show === 'profile' && ID.test(id)) return { show, userId: id };
  if (show === 'group' && ID.test(id)) return { show, groupId: id };
  if (show === 'search') return { show, here: id === 'here', query };
  return PLAIN_PANELS.some((one) => one === show) ? { show: show as PlainPanel } : null;
}

/** Reads the part of an address behind the `#`; anything unknown is home. */
export function readRoute(hash: string): Route {
  const address = hash.replace(/^#/, '');
  const question = address.indexOf('?');
  const path = question < 0 ? address : address.slice(0, question);
  const query = new URLSearchParams(question < 0 ? '' : address.slice(question + 1));
  return { place: readPlace(path), panel: readPanel(query.get('panel'), query.get('q') ?? '') };
}

function writePlace(place: Place): string {
  if (place.at === 'home') return '/';
  if (place.at !== 'channel') return `/${place.at}`;
  const channel = `/c/${place.channelId}`;
  return place.messageId === null ? channel : `${channel}/m/${place.messageId}`;
}

function writePanel(panel: Panel): string {
  switch (panel.show) {
    case 'thread':
      return `thread:${panel.rootId}${panel.channelId === undefined ? '' : `:${panel.channelId}`}`;
    case 'profile':
      return `profile:${panel.userId}`;
    case 'group':
      return `group:${panel.groupId}`;
    case 'search':
      return `search${panel.here ? ':here' : ''}${
        panel.query === '' ? '' : `&q=${encodeURIComponent(panel.query)}`
      }`;
    default:
      return panel.show;
  }
}

/** The address of a place, for a link's `href` and for the history. */
export const writeRoute = ({ place, panel }: Route): string =>
  `#${writePlace(place)}${panel === null ? '' : `?panel=${writePanel(panel)}`}`;
