import type { ChannelId } from '../../shared/domain/ids.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** A channel, or a message in it. */
const PLACE = `/c/${ID}(?:/m/${ID})?`;

export const LINK_SCHEME = 'balai';
const LINK = new RegExp(`^${LINK_SCHEME}://open(|/|${PLACE})$`);
const WHOLE_PLACE = new RegExp(`^${PLACE}$`);

/** Whether a path names a place inside the app that something outside the page may lead to. */
export const isPlace = (path: string): boolean => path === '/' || WHOLE_PLACE.test(path);

/**
 * The path inside the app that a link `balai://open/c/<channel>[/m/<message>]` leads to. Anybody
 * can make such a link and any program can open it, so only this one form passes; undefined for
 * all others.
 */
export function readDeepLink(link: string): string | undefined {
  const place = LINK.exec(link)?.[1];
  if (place === undefined) return undefined;
  return place === '' ? '/' : place;
}

/** The channel that a place lies in; undefined for the app itself. */
export const channelOf = (place: string): ChannelId | undefined =>
  place === '/' ? undefined : (place.split('/')[2] as ChannelId | undefined);

/** The deep link among a program's arguments: how Windows and Linux hand one over. */
export const deepLinkIn = (argv: readonly string[]): string | undefined =>
  argv.find((argument) => argument.startsWith(`${LINK_SCHEME}://`));

/** Keeps the last place that was asked for until there is a window to show it. */
export class PendingPlace {
  #place: string | undefined;
  #show: ((place: string) => void) | undefined;

  go(place: string): void {
    if (this.#show === undefined) this.#place = place;
    else this.#show(place);
  }

  /** From now on places are shown, first the one that waits. */
  ready(show: (place: string) => void): void {
    this.#show = show;
    if (this.#place !== undefined) show(this.#place);
    this.#place = undefined;
  }

  /** The window is gone: the next place waits again. */
  gone(): void {
    this.#show = undefined;
  }
}
