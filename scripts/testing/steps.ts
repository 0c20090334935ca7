import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserAdvice, findBrowser } from '../browser.ts';
import { run, tool } from './run.ts';
import { failuresOfVitest, tallyOfPlaywright, tallyOfVitest } from './reports.ts';
import { judge, oneFailed, onePassed, type Ran } from './tally.ts';
import type { Workplace } from './workplace.ts';

/** One part of the tests, which can be run alone by its name or by that of its group. */
export interface Step {
  readonly name: string;
  readonly group: 'check' | 'test';
  run(workplace: Workplace): Promise<Ran>;
}

const MINUTE = 60_000;

/** A tool that has nothing to say when all is well; it counts as one test. */
const quiet = (name: string, ...commands: string[][]): Step => ({
  name,
  group: 'check',
  async run({ env }) {
    let good = true;
    for (const command of commands) {
      const { code, output } = await run(command, { env, show: false, timeout: 5 * MINUTE });
      if (code === 0) continue;
      good = false;
      process.stdout.write(output);
    }
    return good ? onePassed : oneFailed;
  },
});

/** Each layer is checked with the globals that it has, and no others. */
const layers = [
  'shared/tsconfig.pure.json',
  'shared',
  'server',
  'main/core',
  'main/preload',
  'main/shell',
  'main/entry',
  'renderer/tsconfig.pure.json',
  'renderer',
  'scripts',
  'build',
  'e2e',
  'bench',
  'fuzz',
];

/** What it learned of files that have not changed is kept beside the tools, for the next time. */
const typesOf = (layer: string): string[] => {
  const learned = `node_modules/.cache/types/${layer.replaceAll('/', '-')}.tsbuildinfo`;
  return tool('typescript', 'tsc', '-p', layer, '--incremental', '--tsBuildInfoFile', learned);
};

const readReport = (file: string): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

const vitest = (project: string): Step => ({
  name: project,
  group: 'test',
  async run({ env, folder }) {
    const file = join(folder, `${project}.json`);
    const { code } = await run(
      tool(
        'vitest',
        'vitest',
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ),
      { env, show: true, timeout: 12 * MINUTE },
    );
    const report = readReport(file);
    if (report === undefined) return judge(undefined, code);
    return { ...judge(tallyOfVitest(report), code), failures: failuresOfVitest(report) };
  },
});

const e2e: Step = {
  name: 'e2e',
  group: 'test',
  async run({ env, folder }) {
    const browser = findBrowser();
    if (browser === undefined) {
      console.error(browserAdvice());
      return oneFailed;
    }
    const file = join(folder, 'e2e.json');
    const { code } = await run(
      tool('@playwright/test', 'playwright', 'test', '--reporter=list,json'),
      {
        env: { ...env, CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
        show: true,
        // Playwright ends a little earlier by itself (`globalTimeout`), and tells what failed.
        timeout: 36 * MINUTE,
      },
    );
    const report = readReport(file);
    return judge(report === undefined ? undefined : tallyOfPlaywright(report), code);
  },
};

/** In this order: what is quick and tells most comes first. */
export const steps: readonly Step[] = [
  quiet('format', tool('oxfmt', 'oxfmt', '--check', '.')),
  quiet('lint', tool('oxlint', 'oxlint')),
  quiet('types', ...layers.map(typesOf)),
  quiet(
    'imports',
    tool(
      'dependency-cruiser',
      'depcruise',
      ...['--config', '.dependency-cruiser.mjs'],
      ...[
        'shared',
        'server',
        'main',
        'renderer/tsconfig.pure.json',
        'scripts',
        'bench',
        'fuzz',
        'e2e',
        'build',
      ],
    ),
  ),
  quiet('dead-code', tool('knip', 'knip')),
  vitest('unit'),
  vitest('contract'),
  vitest('integration'),
  { ...quiet('build', [process.execPath, 'scripts/build.ts']), group: 'test' },
  { ...quiet('package', [process.execPath, 'scripts/pack-check.ts', '--built']), group: 'test' },
  e2e,
];

/** They take what the build made. */
const needsBuild: ReadonlySet<string> = new Set(['package', 'e2e']);

/** The steps of these names, in their own order; of a group; or all. Undefined for an unknown name. */
export function stepsOf(names: readonly string[]): readonly Step[] | undefined {
  if (names.length === 0) return steps;
  const wanted = names.flatMap((name) => (needsBuild.has(name) ? ['build', name] : [name]));
  const known = (name: string) => steps.some((s) => s.name === name || s.group === name);
  if (!wanted.every(known)) return undefined;
  return steps.filter((step) => wanted.includes(step.name) || wanted.includes(step.group));
}
