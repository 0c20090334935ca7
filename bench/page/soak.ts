import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { prepareWeek } from '../core/missed-week.ts';
import { OfficeTexts } from '../core/office-texts.ts';
import type { Figure } from '../figure.ts';
import { Line, sends } from '../relay/line.ts';
import { Program, startRelay, temporaryFolder } from '../relay/program.ts';
import { launchBrowser } from './browser.ts';

const CHANNELS = 60;
const ROUNDS = 20;
const MESSAGES_A_ROUND = 10_000;
const SWITCHES_A_ROUND = 250;
const A_FRAME = 20;

/**
 * Eight hours of an office in minutes: 200,000 messages arrive while somebody switches channels
 * 5,000 times. The page's heap after a garbage collection and the core's memory, at their most; and
 * by how much the heap grows a round (MB), over the second half, when all that is kept is kept.
 */
export async function soakFigures(): Promise<Figure[]> {
  execFileSync(process.execPath, ['scripts/build.ts', 'renderer'], { stdio: 'ignore' });
  const dir = temporaryFolder('soak-relay');
  const week = await prepareWeek(dir, CHANNELS);
  const { relay, url } = await startRelay(dir);
  const writer = await Writer.open(url, week.writerToken, week.channels);
  process.env['BALAI_PASSWORD'] = week.password;
  const host = new Program('main/entry/browser-host.ts', [
    ...['--data', temporaryFolder('soak-profile'), '--relay', url],
    ...['--person', week.name, '--key-store', 'file'],
  ]);
  const { url: address, pid } = await host.line<{ url: string; pid: number }>();
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  await page.goto(address);
  await page.locator('[data-message]').last().waitFor();
  const cdp = await page.context().newCDPSession(page);

  const heaps: number[] = [];
  const cores: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all([writer.write(MESSAGES_A_ROUND), switchAbout(page)]);
    heaps.push(await heapMb(cdp));
    cores.push(residentMb(pid));
  }
  await browser.close();
  writer.close();
  await host.stop();
  await relay.stop();
  return [
    { name: 'soak.heap_mb', value: Math.max(...heaps), unit: 'MB', floor: heaps[0]! },
    { name: 'soak.rss_mb', value: Math.max(...cores), unit: 'MB', floor: cores[0]! },
    { name: 'soak.slope', value: slope(heaps.slice(ROUNDS / 2)), unit: 'MB/round', floor: null },
  ];
}

async function switchAbout(page: Page): Promise<void> {
  for (let i = 0; i < SWITCHES_A_ROUND; i++) await page.keyboard.press('Alt+ArrowDown');
}

async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** Linux tells it in /proc; elsewhere `ps` does. */
function residentMb(pid: number): number {
  const kib =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kib) / 1_024;
}

/** Least squares: how much a value grows from one to the next. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let across = 0;
  let along = 0;
  values.forEach((value, i) => {
    across += (i - middle) * (value - mean);
    along += (i - middle) ** 2;
  });
  return across / along;
}

/** Writes into all channels by turns, a frame at a time, and waits for each to be durable. */
class Writer {
  readonly #line: Line;
  readonly #channels: readonly ChannelId[];
  readonly #newId = uuid7Generator(nodeClock.now);
  readonly #random = new SeededRandom(5);
  readonly #texts = new OfficeTexts(this.#random);
  #acked: () => void = () => undefined;

  private constructor(line: Line, channels: readonly ChannelId[]) {
    this.#line = line;
    this.#channels = channels;
    line.onText((text) => {
      if (text.startsWith('{"t":"acks"')) this.#acked();
    });
  }

  static async open(url: string, token: string, channels: readonly ChannelId[]): Promise<Writer> {
    return new Writer(await Line.open(url, token), channels);
  }

  async write(messages: number): Promise<void> {
    for (let sent = 0; sent < messages; sent += A_FRAME) {
      const ops = Array.from({ length: A_FRAME }, this.#newId);
      const answered = new Promise<void>((resolve) => (this.#acked = resolve));
      this.#line.send(sends(this.#random.pick(this.#channels), ops, this.#texts.text()));
      await answered;
    }
  }

  close(): void {
    this.#line.close();
  }
}
