import type { App, Session, WebContents } from 'electron';
import { isOwnAddress } from './origin.ts';
import type { OpenOutside } from './outside.ts';

/**
 * Guards on every web contents that ever comes to be, also those that nothing here made: none
 * leaves the app's origin, opens a window, or carries a `<webview>`.
 */
export function guardContents(app: Pick<App, 'on'>, openOutside: OpenOutside): void {
  app.on('web-contents-created', (_event, contents) => {
    guard(contents, openOutside);
  });
}

function guard(contents: WebContents, openOutside: OpenOutside): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (isOwnAddress(event.url)) return;
    event.preventDefault();
    void openOutside(event.url);
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    // A page of the app has no frames; one that came in by some way goes nowhere, also not outside.
    if (event.isMainFrame) stay(event);
    else event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (!isOwnAddress(url)) void openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Nothing is downloaded by the page itself: what is saved goes through the core's gate (`save-file.ts`). */
export function refuseDownloads(session: Pick<Session, 'on'>): void {
  session.on('will-download', (event) => event.preventDefault());
}
