import { describe, expect, it } from 'vitest';
import { checkContents } from './contents.ts';

const good = [
  'package.json',
  'main/electron.cjs',
  'main/utility.cjs',
  'main/preload.cjs',
  'main/native/better-sqlite3/package.json',
  'main/native/better-sqlite3/lib/index.js',
  'main/native/better-sqlite3/prebuilds/linux-x64.node',
  'main/native/keytar/LICENSE.md',
  'main/native/keytar/lib/keytar.js',
  'main/native/keytar/prebuilds/linux-x64/keytar.node',
  'renderer/index.html',
  'renderer/icon.svg',
  'renderer/assets/index-C1x.js',
  'renderer/assets/index-D2_y.css',
  'renderer/assets/inter-latin.woff2',
  'icons/app.png',
  'icons/tray.png',
  'icons/trayTemplate@2x.png',
];

describe('what a package contains', () => {
  it('is all that the app needs and nothing else', () => {
    expect(checkContents(good, 'linux-x64')).toEqual([]);
  });

  it('is missed by name', () => {
    const without = good.filter((file) => !file.endsWith('preload.cjs'));
    expect(checkContents(without, 'linux-x64')).toEqual(['missing: ^main\\/preload\\.cjs$']);
  });

  it.each([
    ['renderer/assets/index-C1x.js.map', 2],
    ['main/electron.cjs.map', 2],
    ['node_modules/pg/package.json', 2],
    ['main/native/better-sqlite3/deps/sqlite3/sqlite3.c', 2],
    ['demo/README.md', 2],
    ['.env', 2],
    ['renderer/notes.txt', 1],
  ])('is told of a stranger: %s', (file, problems) => {
    expect(checkContents([...good, file], 'linux-x64')).toHaveLength(problems);
  });

  it('is for the packed system alone, with both native modules', () => {
    const both = [...good, 'main/native/better-sqlite3/prebuilds/win32-x64.node'];
    expect(checkContents(both, 'linux-x64')).toEqual([
      'for another system: main/native/better-sqlite3/prebuilds/win32-x64.node',
      '3 native modules instead of 2',
    ]);
    expect(checkContents(good, 'linux-arm64')).toHaveLength(2);
  });
});
