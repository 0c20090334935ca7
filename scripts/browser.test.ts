import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserAdvice, findBrowser, type Machine } from './browser.ts';
import { findElectron } from './electron-runtime.ts';

const machine = (
  platform: string,
  files: readonly string[],
  env: Record<string, string> = {},
): Machine => ({
  platform,
  env: { PATH: '/usr/local/bin:/usr/bin', ...env },
  exists: (path) => files.includes(path),
});

describe('the browser for tests', () => {
  it('is the one in CHROME_PATH, and no other in its stead', () => {
    const files = ['/opt/chrome', '/usr/bin/chromium'];
    expect(findBrowser(machine('linux', files, { CHROME_PATH: '/opt/chrome' }))).toBe(
      '/opt/chrome',
    );
    expect(findBrowser(machine('linux', files, { CHROME_PATH: '/opt/none' }))).toBeUndefined();
  });

  it('is Chromium before Chrome before Edge', () => {
    const files = ['/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];
    expect(findBrowser(machine('linux', files))).toBe('/usr/bin/google-chrome');
    expect(findBrowser(machine('linux', [...files, '/usr/local/bin/chromium']))).toBe(
      '/usr/local/bin/chromium',
    );
  });

  it('is found on macOS and Windows', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', [mac]))).toBe(mac);
    const edge = join('C:/Programs', 'Microsoft', 'Edge', 'Application', 'msedge.exe');
    const windows = machine('win32', [edge], { PROGRAMFILES: 'C:/Programs' });
    expect(findBrowser(windows)).toBe(edge);
  });

  it('is missed with advice', () => {
    expect(findBrowser(machine('linux', []))).toBeUndefined();
    for (const platform of ['linux', 'darwin', 'win32']) {
      expect(browserAdvice(platform)).toMatch(/^No browser found\. Install .*CHROME_PATH\.$/);
    }
  });
});

describe('Electron’s program', () => {
  it('is looked for where it was put, and where the package would put it', () => {
    const found = (env: Record<string, string>, platform: string) => {
      const asked: string[] = [];
      findElectron(env, platform, (path) => {
        asked.push(path);
        return false;
      });
      return asked;
    };
    expect(found({ ELECTRON_OVERRIDE_DIST_PATH: '/opt/e' }, 'linux')).toEqual([
      join('/opt/e', 'electron'),
    ]);
    expect(found({}, 'win32')[0]).toContain(join('electron', 'dist', 'electron.exe'));
    expect(found({}, 'darwin')[0]).toContain(join('Contents', 'MacOS', 'Electron'));
    expect(findElectron({}, 'linux', () => false)).toBeUndefined();
  });
});
