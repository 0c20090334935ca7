import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What `findBrowser` looks at, so that a test can lay out a machine of its own. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
};

const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

function candidates({ platform, env }: Machine): string[] {
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS.map((parts) => join(root, ...parts)));
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * The browser that tests drive: `CHROME_PATH`, or the first of Chromium, Chrome and Edge at their
 * usual places. Undefined where there is none, or where `CHROME_PATH` names no file.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const given = machine.env.CHROME_PATH;
  if (given !== undefined && given !== '') return machine.exists(given) ? given : undefined;
  return candidates(machine).find((path) => machine.exists(path));
}

/** What to do where `findBrowser` finds nothing. */
export const browserAdvice = (platform: string = process.platform): string =>
  ({
    linux: 'No browser found. Install Chromium (Debian: `apt-get install chromium`)',
    darwin: 'No browser found. Install Google Chrome (`brew install --cask google-chrome`)',
    win32: 'No browser found. Install Google Chrome (`winget install Google.Chrome`)',
  })[platform as 'linux'] + ', or name a browser in CHROME_PATH.';

/**
 * What is switched off of the browser. Of a switch that is given twice the last one counts, so that
 * Playwright's own are said again (`e2e/browser.spec.ts` tells where one is missing).
 */
const WITHOUT: readonly string[] = [
  // Pages behind the address bar, some 370 scripts for each window: more than a window of Balai.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['PreloadTopChromeWebUI'],
  // Playwright's.
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'AimEnabled'],
  ...['TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
  ...['PreconnectToSearch', 'msForceBrowserSignIn'],
  ...['msEdgeUpdateLaunchServicesPreferredVersion'],
];

/** What a browser that tests drive is started with: nothing of its own goes over the network. */
export const browserArguments = (): string[] => [
  // Chromium refuses its own sandbox to the superuser, as in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${WITHOUT.join(',')}`,
  // A microphone that hums, on machines that have none.
  '--use-fake-device-for-media-stream',
];
