import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { coreFlags } from '../../main/entry/core-flags.ts';
import { prepareWeek, type MissedWeek } from '../core/missed-week.ts';
import type { Figure } from '../figure.ts';
import { Program, startRelay, temporaryFolder } from '../relay/program.ts';
import { launchBrowser } from './browser.ts';
import { CoreMemory, freePort, PageMemory, type Taken } from './memory.ts';
import { growth } from './growth.ts';
import { goToNext, watchSwitches } from './next-channel.ts';
import { SoakWriter } from './soak-writer.ts';

/** `BALAI_BENCH_SOAK=0.1` is a tenth of it, to see whether something leaks a lot. */
const SHARE = Number(process.env['BALAI_BENCH_SOAK'] ?? 1);
const CHANNELS = 60;
const ROUNDS = 20;
const HOURS = 8;
const MESSAGES_A_ROUND = Math.round(10_000 * SHARE);
const SWITCHES_A_ROUND = Math.round(250 * SHARE);

/**
 * Eight hours of an office in minutes: 200,000 messages arrive while somebody switches channels
 * 5,000 times and sees each. What the page's heap and its document hold after a garbage collection,
 * and the core's heap and memory, at their most and by how much they grow.
 */
export async function soakFigures(): Promise<Figure[]> {
  execFileSync(process.execPath, ['scripts/build.ts', 'renderer'], { stdio: 'ignore' });
  const dir = temporaryFolder('soak-relay');
  const week = await prepareWeek(dir, CHANNELS);
  const { relay, url } = await startRelay(dir);
  const port = await freePort();
  const host = startHost(week, url, port);
  const { url: address, pid } = await host.line<{ url: string; pid: number }>();
  const writer = new SoakWriter(url, week);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
    await page.goto(address);
    await page.locator('[data-message]').last().waitFor();
    await watchSwitches(page);
    const pageMemory = await PageMemory.of(page);
    const coreMemory = await CoreMemory.of(pid, port);
    const taken: Taken[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all([writer.write(MESSAGES_A_ROUND), switchAbout(page)]);
      taken.push({ ...(await pageMemory.take()), ...(await coreMemory.take()) });
      if (SHARE < 1) process.stderr.write(`${JSON.stringify(taken.at(-1))}\n`);
    }
    coreMemory.close();
    return figuresOf(taken);
  } finally {
    await browser.close();
    await host.stop();
    await relay.stop();
  }
}

function startHost(week: MissedWeek, relay: string, inspected: number): Program {
  process.env['BALAI_PASSWORD'] = week.password;
  return new Program(coreFlags[0], [
    ...coreFlags.slice(1),
    ...[`--inspect=127.0.0.1:${inspected}`, '--inspect-publish-uid=http'],
    'main/entry/browser-host.ts',
    ...['--data', temporaryFolder('soak-profile'), '--relay', relay],
    ...['--person', week.name, '--key-store', 'file'],
  ]);
}

async function switchAbout(page: Page): Promise<void> {
  for (let i = 0; i < SWITCHES_A_ROUND; i++) await goToNext(page);
}

function figuresOf(taken: readonly Taken[]): Figure[] {
  const series = (what: keyof Taken): number[] => taken.map((one) => one[what]);
  const most = (name: string, what: keyof Taken, unit: string): Figure => {
    const values = series(what);
    return { name, value: Math.max(...values), unit, floor: values[0]! };
  };
  // Over the second half, when all that is kept is kept.
  const slope = (what: keyof Taken, at: string): Figure => {
    const { slope: value, noise: floor } = growth(series(what).slice(ROUNDS / 2), HOURS / ROUNDS);
    return { name: 'soak.slope', value, unit: 'MB/h', floor, at };
  };
  return [
    most('soak.heap_mb', 'pageHeapMb', 'MB'),
    most('soak.nodes', 'pageNodes', 'nodes'),
    most('soak.rss_mb', 'coreMb', 'MB'),
    slope('pageHeapMb', "the page's heap"),
    slope('coreHeapMb', "the core's heap"),
    slope('coreMb', "the core's memory"),
  ];
}
