import { quantile, type Figure } from '../figure.ts';
import { openApp } from './browser.ts';
import { preparePage, press } from './painted.ts';

const SWITCHES = 120;
const WARM_UP = 20;

/**
 * From the key press of Alt+Down to the frame that shows the other channel's messages. Floor: from
 * a key press to the frame that shows one changed word, in the same page.
 */
export async function switchFigure(): Promise<Figure> {
  const { page, close } = await openApp();
  try {
    await preparePage(page);
    const switches: number[] = [];
    for (let i = 0; i < SWITCHES; i++) switches.push(await press(page, 'Alt+ArrowDown', 'switch'));
    const words: number[] = [];
    for (let i = 0; i < SWITCHES; i++) words.push(await press(page, 'F8', 'word'));
    return {
      name: 'switch.p95_ms',
      value: quantile(switches.slice(WARM_UP), 0.95),
      unit: 'ms',
      floor: quantile(words.slice(WARM_UP), 0.95),
    };
  } finally {
    await close();
  }
}
