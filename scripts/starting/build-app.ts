import { join } from 'node:path';
import type { DataLayout } from './data-layout.ts';
import { isFresh } from './fresh-page.ts';
import { startProgram } from './program.ts';
import { StartProblem } from './start-problem.ts';

/**
 * Builds the page, and for Electron its programs too, where they are older than their sources.
 *
 * @throws {StartProblem}
 */
export async function buildApp(
  root: string,
  layout: DataLayout,
  wanted: { app: boolean; say: (sentence: string) => void },
): Promise<void> {
  const parts = [];
  if (!isFresh(root, 'dist/renderer/index.html')) parts.push('renderer');
  if (wanted.app && !isFresh(root, 'dist/main/electron.cjs', ['main', 'shared', 'build'])) {
    parts.push('app');
  }
  if (parts.length === 0) return;
  wanted.say('Building Balai ...');
  const program = startProgram({
    args: [join(root, 'scripts', 'build.ts'), ...parts],
    cwd: root,
    log: join(layout.logs, 'build.log'),
  });
  if ((await program.ended) === 0) return;
  const log = join(layout.logs, 'build.log');
  throw new StartProblem('build', `Balai could not be built. What went wrong is in ${log}.`);
}
