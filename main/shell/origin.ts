/** The app's pages are served under a scheme of their own, never from `file:` or the network. */
export const SCHEME = 'app';
const HOST = 'balai';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_PAGE = `${ORIGIN}/index.html`;

/** Whether an address lies in the app's own origin. Compared as a URL, never as the start of a text. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
  );
}

/** The address of a path inside the app (`/c/<id>`), which lives behind the `#`. */
export const pageAt = (path: string): string => `${START_PAGE}#${encodeURI(path)}`;
