import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Configuration {
  default: { forbidden: NonNullable<IFlattenedRuleSet['forbidden']>; options: object };
}

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'balai-imports-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The rules that a small tree of files breaks. */
async function broken(files: Record<string, string>): Promise<string[]> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const path = '../.dependency-cruiser.mjs';
  const { default: rules } = (await import(/* @vite-ignore */ path)) as Configuration;
  const { output } = await cruise(['.'], {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
    baseDir: folder,
  });
  const { summary } = output as ICruiseResult;
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

const one = 'export const one = 1;\n';
const use = (from: string) => `import { one } from '${from}';\nexport const two = one;\n`;

describe('the import rules', () => {
  it('let everybody import shared', async () => {
    const files = {
      'shared/a.ts': one,
      'main/core/b.ts': use('../../shared/a.ts'),
      'renderer/c.tsx': use('../shared/a.ts'),
      'server/d.ts': use('../shared/a.ts'),
    };
    expect(await broken(files)).toEqual([]);
  });

  it.each([
    ['main/core/a.ts', 'server/b.ts', '../../server/b.ts', 'core-apart'],
    ['main/core/a.ts', 'renderer/b.ts', '../../renderer/b.ts', 'core-apart'],
    ['main/core/a.ts', 'main/shell/b.ts', '../shell/b.ts', 'core-apart'],
    ['renderer/a.tsx', 'main/core/b.ts', '../main/core/b.ts', 'renderer-apart'],
    ['renderer/a.tsx', 'server/b.ts', '../server/b.ts', 'renderer-apart'],
    ['server/a.ts', 'main/core/b.ts', '../main/core/b.ts', 'server-apart'],
    ['server/a.ts', 'renderer/b.ts', '../renderer/b.ts', 'server-apart'],
    ['main/shell/a.ts', 'main/core/b.ts', '../core/b.ts', 'shell-has-no-core'],
    ['main/preload/a.ts', 'main/shell/b.ts', '../shell/b.ts', 'preload-has-no-core'],
    ['shared/a.ts', 'server/b.ts', '../server/b.ts', 'shared-imports-its-own'],
    ['server/a.ts', 'server/main.ts', './main.ts', 'entries-are-ends'],
    ['server/a.ts', 'server/b.test.ts', './b.test.ts', 'product-without-tests'],
    ['server/a.ts', 'shared/testing/b.ts', '../shared/testing/b.ts', 'product-without-tests'],
    ['server/a.ts', 'fuzz/b.ts', '../fuzz/b.ts', 'fuzz-stands-outside'],
    ['fuzz/a.ts', 'renderer/b.ts', '../renderer/b.ts', 'fuzz-has-no-window'],
  ])('%s may not import %s', async (from, to, path, rule) => {
    expect(await broken({ [to]: one, [from]: use(path) })).toEqual([rule]);
  });

  it('see an import that is only of types, too', async () => {
    const files = {
      'server/b.ts': 'export type One = 1;\n',
      'main/core/a.ts': "import type { One } from '../../server/b.ts';\nexport type Two = One;\n",
    };
    expect(await broken(files)).toEqual(['core-apart']);
  });

  it.each([
    ['shared/a.ts', 'node:fs', 'shared-is-pure'],
    ['shared/a.ts', 'fs', 'shared-is-pure'],
    ['renderer/a.ts', 'node:path', 'renderer-has-no-node'],
  ])('%s may not import %s', async (file, module, rule) => {
    expect(await broken({ [file]: `import '${module}';\n` })).toEqual([rule]);
  });

  it('keep Electron to the shell, the preload and two entries', async () => {
    const files = Object.fromEntries(
      [
        'shared/a.ts',
        'server/a.ts',
        'main/core/a.ts',
        'renderer/a.ts',
        'main/entry/browser-host.ts',
        'main/shell/a.ts',
        'main/preload/a.ts',
        'main/entry/electron.ts',
        'main/entry/utility.ts',
      ].map((file) => [file, "import { app } from 'electron';\nexport const a = app;\n"]),
    );
    const electron = {
      'package.json': '{"dependencies":{"electron":"1"}}',
      'node_modules/electron/package.json': '{"name":"electron","main":"index.js"}',
      'node_modules/electron/index.js': 'export const app = 1;',
    };
    expect(await broken({ ...files, ...electron })).toEqual(['electron-at-the-edge']);
    for (const file of Object.keys(files).slice(0, 5)) rmSync(join(folder, file));
    expect(await broken({})).toEqual([]);
  });

  it('find circles of what runs, not of types', async () => {
    const files = { 'server/a.ts': use('./b.ts'), 'server/b.ts': use('./a.ts') };
    expect(await broken(files)).toEqual(['no-circle']);
    const types =
      "import type { One } from './a.ts';\nexport const one = 1;\nexport type Two = One;\n";
    expect(
      await broken({
        'server/a.ts': `${use('./b.ts')}export type One = 1;\n`,
        'server/b.ts': types,
      }),
    ).toEqual([]);
  });

  it('let tests import more', async () => {
    const files = {
      'server/b.ts': one,
      'main/core/a.test.ts': use('../../server/b.ts'),
      'shared/testing/a.ts': one,
      'server/c.test.ts': use('../shared/testing/a.ts'),
    };
    expect(await broken(files)).toEqual([]);
  });
});
