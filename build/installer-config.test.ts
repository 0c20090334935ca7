import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { APP_ID } from '../main/shell/policy/sources.ts';
import { LINK_SCHEME } from '../main/shell/deep-links.ts';

const root = join(import.meta.dirname, '..');

interface Target {
  target: string;
  arch: string[];
}
interface Config {
  appId: string;
  beforeBuild: string;
  asarUnpack: unknown;
  protocols: { schemes: string[] };
  msi: { perMachine: boolean; oneClick: boolean; runAfterFinish: boolean };
  win: { icon: string; target: Target[] };
  mac: { icon: string; entitlements: string; target: Target[] };
  linux: { icon: string; mimeTypes: string[]; target: Target[] };
}
/** What electron-builder itself reads its configuration with, and holds it to its schema. */
interface Reader {
  getConfig(folder: string, file: string, options: null): Promise<Config>;
  validateConfiguration(config: object, log: { isEnabled: boolean }): Promise<void>;
}

let reader: Reader;
let config: Config;
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  reader = require('app-builder-lib/out/util/config/config.js') as Reader;
  config = await reader.getConfig(root, 'electron-builder.yml', null);
});
const validate = (value: object) => reader.validateConfiguration(value, { isEnabled: false });
const targets = (list: Target[]) => list.map(({ target }) => target);

describe('electron-builder.yml', () => {
  it('passes electron-builder’s own schema', async () => {
    await expect(validate(config)).resolves.toBeUndefined();
  });

  it('would not pass with a word that it does not know', async () => {
    await expect(validate({ ...config, electronFusses: {} })).rejects.toThrow('electronFusses');
    await expect(validate({ ...config, msi: { perMachine: 'yes' } })).rejects.toThrow('perMachine');
  });

  it('makes every installer that a company deploys', () => {
    expect(targets(config.win.target)).toEqual(['msi', 'nsis']);
    expect(targets(config.mac.target)).toEqual(['pkg', 'dmg']);
    expect(targets(config.linux.target)).toEqual(['deb', 'rpm', 'AppImage']);
  });

  it('installs by MSI for the whole computer, without a question', () => {
    expect(config.msi).toMatchObject({ perMachine: true, oneClick: true, runAfterFinish: false });
  });

  it('goes by the same name and link scheme as the app', () => {
    expect(config.appId).toBe(APP_ID);
    expect(config.protocols.schemes).toEqual([LINK_SCHEME]);
    expect(config.linux.mimeTypes).toEqual([`x-scheme-handler/${LINK_SCHEME}`]);
  });

  it('names only files that are there or that the build draws', () => {
    for (const file of [config.beforeBuild, config.mac.entitlements]) {
      expect(existsSync(join(root, file))).toBe(true);
    }
    const drawn = readFileSync(join(root, 'scripts', 'building', 'icons.ts'), 'utf8');
    for (const icon of [config.win.icon, config.mac.icon, config.linux.icon]) {
      expect(icon.startsWith('dist/installer/')).toBe(true);
      expect(drawn).toContain(`'${icon.split('/').at(-1)}'`);
    }
  });

  it('leaves native modules outside the archive', () => {
    expect(JSON.stringify(config.asarUnpack)).toContain('main/native/**');
  });
});
