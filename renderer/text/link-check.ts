/** What becomes of a link in a message. */
export type CheckedLink =
  /** It may be opened. */
  | { open: true; url: string }
  /** It is shown in plain words, with the address that it really leads to. */
  | { open: false; address: string };

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'balai:']);
const LOOKS_LIKE_HOST = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,})(?::\d+)?(?:[/?#]|$)/iu;

const plainHost = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/**
 * Whether a link leads where it seems to. Not a link, but plain words, are: an address with a name
 * before `@`, a host with letters that may only look familiar (punycode), and words that are
 * themselves an address, but another one.
 */
export function checkLink(address: string, words: string): CheckedLink {
  const plain: CheckedLink = { open: false, address };
  if (!URL.canParse(address)) return plain;
  const url = new URL(address);
  if (!SCHEMES.has(url.protocol) || url.username !== '' || url.password !== '') return plain;
  if (url.protocol === 'mailto:' || url.protocol === 'balai:') return { open: true, url: url.href };
  if (url.hostname.split('.').some((label) => label.startsWith('xn--'))) {
    return { open: false, address: url.href };
  }
  const shown = LOOKS_LIKE_HOST.exec(words.trim())?.[1];
  if (shown !== undefined && plainHost(shown) !== plainHost(url.hostname)) {
    return { open: false, address: url.href };
  }
  return { open: true, url: url.href };
}
