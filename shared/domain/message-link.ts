/**
 * `balai://open/c/<channel>/m/<message>`: an address that any Balai of this workspace opens, in the
 * app and from outside it (the shell lets this one form in).
 */
export const messageLink = (channelId: string, messageId: string): string =>
  `balai://${openPath(channelId, messageId)}`;

/**
 * The same for where `balai://` is not understood, as in an e-mail: a page of the relay, which opens
 * the app. `address` is the relay's: scheme, host and port.
 */
export const webLink = (address: string, channelId: string, messageId: string): string =>
  `${address}/${openPath(channelId, messageId)}`;

const openPath = (channelId: string, messageId: string): string =>
  `open/c/${channelId}/m/${messageId}`;

const ID = '[0-9a-f-]{36}';
const LINK = new RegExp(`^(?:balai:/|(https?://[^/?#@\\s]+))/open/c/(${ID})(?:/m/(${ID}))?/?$`);

export interface MessagePlace {
  /** Scheme, host and port of the relay that the link names; null where it names none. */
  readonly address: string | null;
  readonly channelId: string;
  readonly messageId: string | null;
}

/** Where a link leads within Balai, if that is its relay; null for every other address. */
export function readMessageLink(url: string): MessagePlace | null {
  const match = LINK.exec(url);
  const [, address, channelId, messageId] = match ?? [];
  if (channelId === undefined) return null;
  return { address: address ?? null, channelId, messageId: messageId ?? null };
}
