import { copyFileSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright-core';
import { Office } from '../e2e/support/office.ts';
import { browserAdvice, browserArguments, findBrowser } from './browser.ts';
import { admin } from './shots/admin.ts';
import { Camera } from './shots/camera.ts';
import { day } from './shots/day.ts';
import { door } from './shots/door.ts';
import { files } from './shots/files.ts';
import { keeping } from './shots/keeping.ts';
import { groups } from './shots/groups.ts';
import { handed } from './shots/handed.ts';
import { hole } from './shots/hole.ts';
import { offline } from './shots/offline.ts';
import { ownEmoji } from './shots/own-emoji.ts';
import { polls } from './shots/polls.ts';
import { again } from './shots/passes.ts';
import { scheduled } from './shots/scheduled.ts';
import { sections } from './shots/sections.ts';
import { slash } from './shots/slash.ts';
import { Studio, type Scene } from './shots/scene.ts';
import { workspaces } from './shots/workspaces.ts';
import { tasks } from './shots/tasks.ts';
import { unsent } from './shots/unsent.ts';
import { isFresh } from './starting/fresh-page.ts';
import { run } from './testing/run.ts';

/**
 * `npm run shots`: opens the app on the demo workspace in a real browser and saves its screens in
 * `shots/`, to be looked at. `npm run shots -- day hole` takes these parts alone; `--readme` also
 * renews the README's picture.
 */
const root = join(import.meta.dirname, '..');
/** In this order: the last ones leave the workspace other than they found it. */
const scenes: Readonly<Record<string, Scene>> = {
  ...{ door, day, admin, keeping, polls, tasks, scheduled, files, groups, sections, slash },
  ...{ 'own-emoji': ownEmoji, again, handed, offline, workspaces, unsent, hole },
};

async function shoot(names: readonly string[], readme: boolean): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(browserAdvice());
  if (!isFresh(root, 'dist/renderer/index.html')) {
    console.log('Building the page ...');
    const build = [process.execPath, 'scripts/build.ts', 'renderer'];
    const built = await run(build, { env: process.env, show: true, timeout: 300_000 });
    if (built.code !== 0) throw new Error('The page could not be built.');
  }
  const begun = performance.now();
  const folder = join(root, 'shots');
  const camera = new Camera(folder);
  // Without a limit, so that a colleague can write what fills an absence in a moment.
  const relayArgs = ['--rate-per-second', '0', '--link-previews', 'true'];
  // On it one newspaper is all of the internet.
  const relayProgram = 'e2e/support/relay-with-pages.ts';
  const office = await Office.open({ relayArgs, relayProgram });
  const browser = await chromium.launch({
    executablePath,
    args: browserArguments(),
    // The signals are handled here, where the office is closed too.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const studio = new Studio(office, browser, camera);
  const close = async (): Promise<void> => {
    await browser.close();
    await office.close();
  };
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      ending = true;
      void close().finally(() => process.exit(130));
    });
  }
  try {
    for (const name of names) {
      const from = performance.now();
      await scenes[name]?.(studio);
      console.log(`${name.padEnd(10)} ${((performance.now() - from) / 1000).toFixed(1)} s`);
    }
  } catch (error) {
    if (ending) return;
    // What stood there when something did not come.
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      await camera.take(page, 'stopped', ['light']);
    }
    throw error;
  } finally {
    await close();
  }
  if (readme) {
    const picture = join(root, 'docs', 'images', 'balai.png');
    mkdirSync(join(picture, '..'), { recursive: true });
    copyFileSync(camera.pathOf('thread', 'light'), picture);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const where = relative(process.cwd(), folder);
  console.log(`\n${camera.taken} pictures in ${where} (${seconds} s).`);
}

const words = process.argv.slice(2);
const chosen = words.filter((word) => word !== '--readme');
if (chosen.some((name) => !(name in scenes))) {
  console.error(`parts: ${Object.keys(scenes).join(', ')}`);
  process.exit(2);
}
// Whatever the order they are named in: some leave the workspace other than they found it.
const parts = Object.keys(scenes).filter((name) => chosen.length === 0 || chosen.includes(name));
await shoot(parts, words.includes('--readme'));
