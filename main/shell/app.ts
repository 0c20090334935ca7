import type { AppOptions } from './app-options.ts';
import { deepLinkIn, LINK_SCHEME } from './deep-links.ts';
import { SCHEME } from './origin.ts';
import { Shell } from './shell.ts';

/**
 * Starts the app, or hands over to the one that runs already. Everything that guards a page is set
 * before there is a page.
 */
export function startApp(options: AppOptions): void {
  const { electron, argv, platform } = options;
  const { app } = electron;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  electron.protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      // Players of recordings read parts of a stream; what was compiled of the page is kept.
      privileges: {
        ...{ standard: true, secure: true, supportFetchAPI: true },
        ...{ stream: true, codeCache: true },
      },
    },
  ]);
  if (platform === 'win32') app.setAppUserModelId('id.balai.desktop');
  // The installers of macOS and Linux say so themselves.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);

  const shell = new Shell(options);
  shell.follow(deepLinkIn(argv));
  app.on('second-instance', (_event, otherArgv) => {
    shell.show();
    shell.follow(deepLinkIn(otherArgv));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    shell.follow(url);
  });
  void app.whenReady().then(() => shell.start());
}
