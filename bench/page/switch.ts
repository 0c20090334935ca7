import type { Page } from 'playwright-core';
import { quantile, type Figure } from '../figure.ts';
import { openApp } from './browser.ts';
import { preparePage, press, type Until } from './painted.ts';
import { switcherPresses } from './switcher-presses.ts';

const SWITCHES = 120;
const WARM_UP = 20;

/**
 * In the demo workspace: from the key press of Alt+Down to the frame that shows the other channel's
 * messages; and from Ctrl+K, and from each letter typed then, to the frame that shows what the
 * switcher found. Floor: from a key press to the frame that shows one changed word, in the same page.
 */
export async function switchFigures(): Promise<Figure[]> {
  const { page, close } = await openApp();
  try {
    await preparePage(page);
    const floor = quantile(await presses(page, 'F8', 'word'), 0.95);
    const switches = await presses(page, 'Alt+ArrowDown', 'switch');
    const finds = await switcherPresses(page, ['umum', 'budi', 'rapat', 'laporan', 'ayu']);
    return [
      { name: 'switch.p95_ms', value: quantile(switches, 0.95), unit: 'ms', floor },
      { name: 'switcher.p95_ms', value: quantile(finds, 0.95), unit: 'ms', floor },
    ];
  } finally {
    await close();
  }
}

async function presses(page: Page, key: string, until: Until): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < SWITCHES; i++) times.push(await press(page, key, until));
  return times.slice(WARM_UP);
}
