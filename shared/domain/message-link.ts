/**
 * `balai://open/c/<channel>/m/<message>`: an address that any Balai of this workspace opens, in the
 * app and from outside it (the shell lets this one form in).
 */
export const messageLink = (channelId: string, messageId: string): string =>
  `balai://open/c/${channelId}/m/${messageId}`;

const ID = '[0-9a-f-]{36}';
const LINK = new RegExp(`^balai://open/c/(${ID})(?:/m/(${ID}))?/?$`);

/** Where a link leads within Balai; null for every other address. */
export function readMessageLink(
  url: string,
): { channelId: string; messageId: string | null } | null {
  const match = LINK.exec(url);
  const [, channelId, messageId] = match ?? [];
  return channelId === undefined ? null : { channelId, messageId: messageId ?? null };
}
